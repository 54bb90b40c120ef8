import { styleText } from 'node:util'
import { isArrived } from './luister/forward.mjs'

const MAX_TEXT = 200

/**
 * Prints events to `out`, one line each, and messages about the command to `err`, so that `--json` can be
 * piped.
 *
 * @param {{ out: NodeJS.WriteStream, err: NodeJS.WriteStream, env: NodeJS.ProcessEnv, json: boolean }}
 *   options
 */
export function createPrinter({ out, err, env, json }) {
  const paint = (/** @type {NodeJS.WriteStream} */ stream) => {
    const hasColours = Boolean(stream.isTTY) && !env.NO_COLOR
    return (/** @type {'dim' | 'green' | 'red' | 'cyan'} */ colour, /** @type {string} */ text) =>
      hasColours ? styleText(colour, text) : text
  }
  const onOut = paint(out)
  const onErr = paint(err)

  return {
    /** @param {string} zin */
    tell: (zin) => err.write(`${onErr('dim', printable(zin))}\n`),

    /** @param {string} zin */
    complain: (zin) => err.write(`${onErr('red', printable(zin))}\n`),

    /**
     * Prints the result: readable lines, or with `--json` the response itself.
     *
     * @param {unknown} antwoord
     * @param {string[]} regels
     */
    show: (antwoord, regels) =>
      out.write(json ? `${printableJson(antwoord)}\n` : regels.map((regel) => `${printable(regel)}\n`).join('')),

    /**
     * @param {import('./luister/gebeurtenis.mjs').Gebeurtenis} gebeurtenis
     * @param {import('./luister/forward.mjs').Antwoord | undefined} antwoord `undefined` when it was not
     * forwarded
     */
    print(gebeurtenis, antwoord) {
      if (json) return out.write(`${printableJson({ gebeurtenis, antwoord: antwoord ?? null })}\n`)
      const { sequence, type, subject, time } = gebeurtenis
      const line = [
        onOut('dim', new Date(time).toLocaleString('sv-SE')),
        printable(sequence).padStart(6),
        onOut('cyan', printable(type.split('.').at(-1) ?? type).padEnd(22)),
        printable(subject),
        ...(antwoord ? [onOut(isArrived(antwoord) ? 'green' : 'red', outcome(antwoord))] : []),
      ]
      return out.write(`${line.join('  ')}\n`)
    },
  }
}

/** @param {import('./luister/forward.mjs').Antwoord} antwoord */
function outcome(antwoord) {
  const { duurMs } = antwoord
  if ('fout' in antwoord) return `${printable(antwoord.fout)} (${duurMs} ms)`
  const why = isArrived(antwoord) ? '' : `  ${printable(antwoord.tekst).slice(0, MAX_TEXT)}`
  return `${antwoord.status} in ${duurMs} ms${why}`.trimEnd()
}

/** Control characters from others must not steer the terminal. */
const STEERING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** @param {string} text */
function printable(text) {
  return text.replace(STEERING, ' ')
}

/** Returns the same JSON with control characters escaped. @param {unknown} value */
function printableJson(value) {
  const toEscape = (/** @type {string} */ unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(value).replace(STEERING, (sign) => sign.split('').map(toEscape).join(''))
}
