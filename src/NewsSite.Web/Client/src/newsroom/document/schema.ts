// The same file that the server reads: what it does not name, neither side knows.
import file from '../../../../../NewsSite.Platform/Html/Blocks/schema.json';

export interface AttributeRule {
  type: 'integer' | 'text' | 'link' | 'web';
  min?: number;
  max: number;
  required?: boolean;
}

export interface NodeRule {
  content?: string[];
  min?: number;
  attrs?: Record<string, AttributeRule>;
  marks?: string[];
}

interface SchemaFile {
  limits: { bytes: number; depth: number };
  links: string[];
  marks: Record<string, { attrs?: Record<string, AttributeRule> }>;
  groups: Record<string, string[]>;
  nodes: Record<string, NodeRule>;
}

export const schema = file as unknown as SchemaFile;

/** The types of node that may stand in a node, groups resolved, in the order of the file. */
export function contentOf(type: string): string[] {
  return (nodeRule(type)?.content ?? []).flatMap(name => (Object.hasOwn(schema.groups, name) ? schema.groups[name]! : [name]));
}

export function nodeRule(type: string): NodeRule | undefined {
  return Object.hasOwn(schema.nodes, type) ? schema.nodes[type] : undefined;
}

export const isInline = (type: string): boolean => schema.groups['inline']!.includes(type);
