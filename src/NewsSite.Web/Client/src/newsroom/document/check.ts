import { contentOf, isInline, nodeRule, schema, type AttributeRule } from './schema';
import { isAllowedLink, isWebAddress } from './link';

/** What the schema does not allow, and where: the same places as the server's reader names. */
export interface Problem {
  place: string;
  rule: string;
}

class Refusal extends Error {
  constructor(readonly place: string, readonly rule: string) {
    super(`${place}: ${rule}`);
  }
}

/** Null when the server would take the document. */
export function problemOf(document: unknown): Problem | null {
  try {
    if (new TextEncoder().encode(JSON.stringify(document) ?? '').length > schema.limits.bytes) throw new Refusal('doc', 'too large');
    if (node(document, 'doc', 0) !== 'doc') throw new Refusal('doc', 'must be a doc');
    return null;
  } catch (refusal) {
    if (refusal instanceof Refusal) return { place: refusal.place, rule: refusal.rule };
    throw refusal;
  }
}

function node(json: unknown, place: string, depth: number): string {
  if (depth > schema.limits.depth) throw new Refusal(place, 'nested too deep');
  if (!isObject(json) || typeof json['type'] !== 'string') throw new Refusal(place, 'not a node with a type');
  const type = json['type'];
  const rule = nodeRule(type);
  if (!rule) throw new Refusal(place, `unknown node ${type}`);
  attributes(json, rule.attrs ?? {}, place);
  content(json, type, place, depth);
  if (type === 'text') {
    if (typeof json['text'] !== 'string' || json['text'] === '') throw new Refusal(place, 'a text node without text');
    sound(json['text'], place);
  }
  const marked = 'marks' in json && marks(json['marks'], place);
  if (marked && !isInline(type)) throw new Refusal(place, `${type} cannot be marked`);
  return type;
}

function content(json: Record<string, unknown>, type: string, place: string, depth: number): void {
  const rule = nodeRule(type)!;
  const children = 'content' in json ? json['content'] : [];
  if (!Array.isArray(children)) throw new Refusal(place, 'content is not a list');
  const allowed = contentOf(type);
  children.forEach((child: unknown, index) => {
    const below = `${place}.content[${index}]`;
    const inner = node(child, below, depth + 1);
    if (!allowed.includes(inner)) throw new Refusal(below, `${inner} may not stand in ${type}`);
    if (rule.marks && ((child as { marks?: unknown[] }).marks?.length ?? 0) > 0) throw new Refusal(below, `may not be marked in ${type}`);
  });
  if (children.length < (rule.min ?? 0)) throw new Refusal(place, `${type} must not be empty`);
}

function marks(given: unknown, place: string): boolean {
  if (!Array.isArray(given)) throw new Refusal(place, 'marks are not a list');
  const seen = new Set<string>();
  given.forEach((mark: unknown, index) => {
    const below = `${place}.marks[${index}]`;
    if (!isObject(mark) || typeof mark['type'] !== 'string') throw new Refusal(below, 'not a mark with a type');
    if (!Object.hasOwn(schema.marks, mark['type'])) throw new Refusal(below, `unknown mark ${mark['type']}`);
    if (seen.has(mark['type'])) throw new Refusal(below, 'marks the same text twice');
    seen.add(mark['type']);
    attributes(mark, schema.marks[mark['type']]!.attrs ?? {}, below);
  });
  return given.length > 0;
}

function attributes(owner: Record<string, unknown>, rules: Record<string, AttributeRule>, place: string): void {
  const given = 'attrs' in owner ? owner['attrs'] : {};
  if (!isObject(given)) throw new Refusal(place, 'attributes are not an object');
  for (const [name, value] of Object.entries(given)) {
    if (value === null) continue;
    const below = `${place}.attrs.${name}`;
    if (!Object.hasOwn(rules, name)) throw new Refusal(below, 'unknown attribute');
    const wrong = wrongValue(value, rules[name]!);
    if (wrong !== null) throw new Refusal(below, wrong);
  }
  for (const [name, rule] of Object.entries(rules)) {
    if (rule.required && (given[name] ?? null) === null) throw new Refusal(place, `lacks ${name}`);
  }
}

/** What is wrong with an attribute's value; null when nothing is. */
export function wrongValue(value: unknown, rule: AttributeRule): string | null {
  if (rule.type === 'integer') {
    return Number.isSafeInteger(value) && (value as number) >= (rule.min ?? 0) && (value as number) <= rule.max ? null : 'not a whole number in range';
  }
  if (typeof value !== 'string') return 'not a text';
  if (!isSound(value)) return 'holds a character that no text may hold';
  if (value.length > rule.max) return 'too long';
  if (rule.type === 'link' && !isAllowedLink(value)) return 'no allowed address';
  if (rule.type === 'web' && !isWebAddress(value)) return 'no address of the web';
  return null;
}

/** Control characters but tab and line end would break XML feeds and the database, halves of characters any file. */
const unsound = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/;

export function isSound(text: string): boolean {
  return !unsound.test(text) && text.isWellFormed();
}

function sound(text: string, place: string): void {
  if (!isSound(text)) throw new Refusal(place, 'holds a character that no text may hold');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
