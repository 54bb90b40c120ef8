// npm install jose && node controleer-bewijs.mjs <bewijs.json or bewijs.pdf> <jwks.json>
import { readFile } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'
import { base64url, createLocalJWKSet, flattenedVerify } from 'jose'

const [bewijs, keys] = await Promise.all(process.argv.slice(2).map((path) => readFile(path)))
const text = bewijs.toString('latin1')
const isPdf = text.startsWith('%PDF-')
const [before, after] = isPdf ? ['% handtekening: ', '\n'] : [',\n  "handtekening": "', '"\n}\n']
const at = text.lastIndexOf(before)
const [, header, signature, end] = /^([\w-]+)\.\.([\w-]{86})([\s\S]*)$/.exec(text.slice(at + before.length))
const jws = { protected: header, payload: base64url.encode(bewijs.subarray(0, at)), signature }
const { protectedHeader } = await flattenedVerify(jws, createLocalJWKSet(JSON.parse(keys)), { algorithms: ['ES256'] })
const { typ, cty, iat, code } = protectedHeader
// Until December 2026 a bewijs named no media type, and the s of its signature could be high.
const isOlder = cty === undefined
const s = BigInt(`0x${Buffer.from(signature, 'base64url').toString('hex', 32)}`)
const isLow = s <= 0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8n
const isOurForm =
  (isPdf || text.startsWith('{')) && (isOlder || (isLow && cty === (isPdf ? 'application/pdf' : 'application/json')))
const isOnlySpelling = base64url.encode(base64url.decode(signature)) === signature
if (typ !== 'bewijs+jws' || end !== after || !isOurForm || !isOnlySpelling) throw new Error('This is no bewijs of ours')
const rest = text.slice(1, at)
const isForeign = isPdf
  ? /%PDF-|<html|<script|<!doctype/i.test(rest) || ['PK\x01\x02', 'PK\x05\x06'].every((mark) => rest.includes(mark))
  : /%PDF|</i.test(rest)
if (isOlder && isForeign) throw new Error('This is of an older form, and programs can read it as another document')
const [, beside] = isPdf ? (/^\(inhoud\.([\w-]+)\)$/m.exec(text) ?? []) : []
const signed = isPdf ? beside && JSON.parse(inflateRawSync(Buffer.from(beside, 'base64url'))) : JSON.parse(bewijs)
console.log(isOlder ? 'genuine, of an older form' : 'genuine', new Date(iat * 1000).toISOString(), code)
console.log((JSON.stringify(signed, null, 2) ?? 'The pages are signed.').replaceAll(/(?!\n)\p{C}/gu, '�'))
