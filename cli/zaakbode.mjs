#!/usr/bin/env node
import { luister } from './luister/luister.mjs'
import { HULP } from './luister/opties.mjs'

const [opdracht, ...args] = process.argv.slice(2)

if (opdracht === 'luister') {
  process.exitCode = await luister(args)
} else {
  const asksHelp = opdracht === undefined || opdracht === '--help' || opdracht === '-h'
  const stream = asksHelp ? process.stdout : process.stderr
  stream.write(asksHelp ? HULP : `Deze opdracht is er niet. Alleen: zaakbode luister.\n`)
  process.exitCode = asksHelp ? 0 : 2
}
