#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { ABONNEMENT } from './abonnement.mjs'
import { createPrinter } from './create-printer.mjs'
import { HERSTEL } from './herstel.mjs'
import { LUISTER } from './luister/luister.mjs'
import { CREDENTIALTYPES } from './luister/read-opties.mjs'
import { closest } from './opties/closest.mjs'
import { STATUS } from './status.mjs'
import { TYPES } from './trigger/stappen.mjs'
import { TRIGGER } from './trigger/trigger.mjs'
import { zinnen } from './zinnen/zinnen.mjs'

const DONE = 0
const REFUSED = 1
const WRONG_OPTION = 2

/**
 * The commands. `lees` parses the options and lists every fault; `doe` runs the command and returns true when
 * it succeeded.
 *
 * @type {Record<string, {
 *   lees: (args: string[], env: NodeJS.ProcessEnv) =>
 *     { hulp: boolean, problemen: (string | false)[], opties: any },
 *   doe: (opties: any, options: { printer: ReturnType<typeof createPrinter>, signal: AbortSignal }) =>
 *     Promise<boolean>,
 * }>}
 */
const OPDRACHTEN = { luister: LUISTER, trigger: TRIGGER, abonnement: ABONNEMENT, herstel: HERSTEL, status: STATUS }

const { stdout: out, stderr: err, env } = process
const [naam = '--help', ...args] = process.argv.slice(2)

// A reader that closes the pipe, such as `head`, wants no more.
out.on('error', () => process.exit())
process.exitCode = await run()

async function run() {
  if (naam === '--version') {
    const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
    out.write(`zaakbode ${version}\n`)
    return DONE
  }
  if (naam === '--help' || naam === '-h') return help('zaakbode')
  const opdracht = Object.hasOwn(OPDRACHTEN, naam) ? OPDRACHTEN[naam] : undefined
  const { complain } = createPrinter({ out, err, env, json: false })
  if (!opdracht) {
    complain(zinnen.opties.opdrachtOnbekend(naam, closest(naam, Object.keys(OPDRACHTEN))))
    return WRONG_OPTION
  }
  const { hulp, problemen, opties } = opdracht.lees(args, env)
  if (hulp) return help(naam)
  const wrong = problemen.filter((problem) => problem !== false)
  for (const problem of wrong) complain(problem)
  if (wrong.length > 0) return WRONG_OPTION

  const stopping = new AbortController()
  // Handled once, so that a second Ctrl-C exits without waiting for a receiver.
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => stopping.abort())
  const printer = createPrinter({ out, err, env, json: opties.json })
  return (await opdracht.doe(opties, { printer, signal: stopping.signal })) ? DONE : REFUSED
}

/** @param {string} about */
function help(about) {
  const text = zinnen.hulp[/** @type {keyof typeof zinnen.hulp} */ (about)]
  out.write(text.replace('{credentialtypes}', CREDENTIALTYPES.join(', ')).replace('{types}', wrap(TYPES)))
  return DONE
}

/** @param {string[]} words */
function wrap(words) {
  return words.map((word) => `\n    ${word}`).join('')
}
