/** The same call as programs in other languages: each takes the key from the environment and checks the answer's hash. */
import type { Pair, SignedCall } from './signed-call.ts'

export const languages = { curl: 'curl', php: 'PHP', python: 'Python', typescript: 'TypeScript' } as const
export type ProgramLanguage = keyof typeof languages

export interface ProgramParts {
  readonly call: SignedCall
  readonly version: 1 | 2
  /** Of the function, with its host. */
  readonly url: string
  readonly login: string
}

export function programIn(language: ProgramLanguage, parts: ProgramParts): string {
  return writers[language](parts)
}

const writers: Readonly<Record<ProgramLanguage, (parts: ProgramParts) => string>> = {
  curl({ call: { query, body }, version, url }) {
    if (version === 1) return `curl -sS ${inShell(url)} --data-raw ${inShell(body)}\n`
    const data = query === '' ? '' : ` --data-raw ${inShell(query)}`
    return `curl -sS ${inShell(url)}${data} --data-urlencode "rpsKey=$BILLKEEP_KEY"\n`
  },
  php: ({ call: { pairs }, version, url, login }) => `<?php
$url = ${inPhp(url)};
$login = ${inPhp(login)};
$key = getenv('BILLKEEP_KEY');

$send = [${lines(pairs, ([name, value]) => `    ${inPhp(name)} => ${inPhp(value)},`)}];
${
  version === 1
    ? `$query = http_build_query($send);
$send['hash'] = md5($query . '::' . $login . '::' . $key);`
    : "$send['rpsKey'] = $key;"
}

$answer = file_get_contents($url, false, stream_context_create(['http' => [
    'method' => 'POST',
    'header' => 'Content-Type: application/x-www-form-urlencoded',
    'content' => http_build_query($send),
    'ignore_errors' => true,
]]));
$reply = json_decode($answer, true);
if (!hash_equals(md5($reply['error_code'] . '::' . $reply['error_text'] . '::' . $key), $reply['hash'])) {
    exit("The answer is not from the shop.\\n");
}
echo $answer, "\\n";
`,
  python: ({ call: { pairs }, version, url, login }) => `import hashlib, hmac, json, os, urllib.parse, urllib.request

url = ${inScript(url)}
login = ${inScript(login)}
key = os.environ["BILLKEEP_KEY"]


def md5(text):
    return hashlib.md5(text.encode()).hexdigest()


send = [${lines(pairs, ([name, value]) => `    (${inScript(name)}, ${inScript(value)}),`)}]
${
  version === 1
    ? `query = urllib.parse.urlencode(send)
send.append(("hash", md5(f"{query}::{login}::{key}")))`
    : 'send.append(("rpsKey", key))'
}

answer = urllib.request.urlopen(url, urllib.parse.urlencode(send).encode()).read().decode()
reply = json.loads(answer)
if not hmac.compare_digest(md5(f"{reply['error_code']}::{reply['error_text']}::{key}"), reply["hash"]):
    raise SystemExit("The answer is not from the shop.")
print(answer)
`,
  typescript: ({ call: { pairs }, version, url, login }) => `import { createHash } from 'node:crypto'

const url = ${inScript(url)}
const login = ${inScript(login)}
const key = process.env['BILLKEEP_KEY'] ?? ''
const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

const send = new URLSearchParams([${lines(pairs, ([name, value]) => `  [${inScript(name)}, ${inScript(value)}],`)}])
${version === 1 ? "send.append('hash', md5(`${send}::${login}::${key}`))" : "send.append('rpsKey', key)"}

const answer = await (await fetch(url, { method: 'POST', body: send })).text()
const reply: { error_code: number; error_text: string; hash: string } = JSON.parse(answer)
if (md5(\`\${reply.error_code}::\${reply.error_text}::\${key}\`) !== reply.hash) {
  throw new Error('The answer is not from the shop.')
}
console.log(answer)
`,
}

function lines(pairs: readonly Pair[], write: (pair: Pair) => string): string {
  return pairs.length === 0 ? '' : `\n${pairs.map(write).join('\n')}\n`
}

function inShell(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

function inPhp(text: string): string {
  return `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`
}

/** JSON is valid in both, but for two line ends that old JavaScript did not take in a text. */
function inScript(text: string): string {
  return JSON.stringify(text)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`)
}
