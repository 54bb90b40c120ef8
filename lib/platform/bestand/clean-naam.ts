import { posix } from 'node:path'
import { FORMATEN, type Formaat } from './formaten.ts'

const MAX_STEM = 100
/** With `_`, a dot and the longest extension this stays below 255 bytes, the limit of most file systems. */
const MAX_STEM_BYTES = 240
/** Control characters, marks that change the direction of a text, and characters without width. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
/** Characters that Windows forbids in names. */
const FORBIDDEN = /[<>:"|?*]/g
const EXTENSIE = /^[a-z\d]{1,10}$/i
/** Device names of Windows, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/**
 * Returns the name under which a file is shown and saved: one line, without a path, with the extension of its
 * format. Falls back to `bestand` when nothing usable is left.
 *
 * @param formaat the format of its bytes; without it the name keeps its extension
 */
export function cleanNaam(naam: string, formaat?: Formaat): string {
  const bare = posix.basename(naam.toWellFormed().normalize('NFC').replaceAll('\\', '/'))
  const shown = withoutDots(bare.replace(INVISIBLE, '').replace(FORBIDDEN, '_'))
  const extensies: readonly string[] | undefined = formaat && FORMATEN[formaat].extensies
  const given = posix.extname(shown).slice(1)
  const isItsOwn = extensies?.includes(given.toLowerCase()) ?? EXTENSIE.test(given)
  const stem = isItsOwn ? shown.slice(0, -given.length - 1) : shown
  const short = withoutDots(shortened(stem)) || 'bestand'
  const extensie = isItsOwn ? given : extensies?.[0]
  return `${DEVICE.test(short) ? '_' : ''}${short}${extensie ? `.${extensie}` : ''}`
}

/** Returns a file name made from a title, which keeps the text on both sides of a slash. */
export function naamVanTitel(titel: string, formaat?: Formaat): string {
  return cleanNaam(titel.replaceAll(/[/\\]/g, '-'), formaat)
}

function shortened(stem: string): string {
  let bytes = 0
  const kept = [...stem].slice(0, MAX_STEM).filter((character) => {
    bytes += Buffer.byteLength(character)
    return bytes <= MAX_STEM_BYTES
  })
  return kept.join('')
}

/** Removes outer dots: Windows drops those at the end, and one at the beginning hides a file elsewhere. */
function withoutDots(text: string): string {
  const characters = [...text]
  const isKept = (character: string) => character !== '.' && character.trim() !== ''
  return characters.slice(characters.findIndex(isKept), characters.findLastIndex(isKept) + 1).join('')
}
