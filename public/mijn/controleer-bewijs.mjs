// npm install jose && node controleer-bewijs.mjs <bewijs.json or bewijs.pdf> <jwks.json>
import { readFile } from 'node:fs/promises'
import { base64url, createLocalJWKSet, flattenedVerify } from 'jose'

const [bewijs, keys] = await Promise.all(process.argv.slice(2).map((path) => readFile(path)))
const mark = bewijs.toString('latin1').endsWith('}\n') ? ',\n  "handtekening": "' : '% handtekening: '
const at = bewijs.lastIndexOf(mark)
const [, header, signature] = /^([\w-]+)\.\.([\w-]+)(?:"\n\})?\n$/.exec(bewijs.toString('latin1', at + mark.length))
const jws = { protected: header, payload: base64url.encode(bewijs.subarray(0, at)), signature }
const { protectedHeader } = await flattenedVerify(jws, createLocalJWKSet(JSON.parse(keys)), { algorithms: ['ES256'] })
console.log('genuine', new Date(protectedHeader.iat * 1000).toISOString(), protectedHeader.code)
