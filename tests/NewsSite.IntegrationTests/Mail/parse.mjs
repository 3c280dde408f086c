// Reads mails from standard input, one base64 line each, and prints what a parser that is not ours finds in them: one JSON line each.
import { createInterface } from 'node:readline';
import PostalMime from 'postal-mime';

for await (const line of createInterface({ input: process.stdin })) {
  const mail = await PostalMime.parse(Buffer.from(line, 'base64'));
  const { from, to, replyTo, subject, date, messageId, text, html, headers, attachments } = mail;
  process.stdout.write(JSON.stringify({ from, to, replyTo, subject, date, messageId, text, html, headers, attachments: attachments.length }) + '\n');
}
