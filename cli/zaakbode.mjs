#!/usr/bin/env node
import { HULP } from './luister/hulp.mjs'
import { luister } from './luister/luister.mjs'

const [opdracht, ...args] = process.argv.slice(2)

// Who reads no further, such as `head`, wants no more.
process.stdout.on('error', () => process.exit())

if (opdracht === 'luister') {
  process.exitCode = await luister(args)
} else {
  const asksHelp = opdracht === undefined || opdracht === '--help' || opdracht === '-h'
  const stream = asksHelp ? process.stdout : process.stderr
  stream.write(asksHelp ? HULP : `Deze opdracht is er niet. Alleen: zaakbode luister.\n`)
  process.exitCode = asksHelp ? 0 : 2
}
