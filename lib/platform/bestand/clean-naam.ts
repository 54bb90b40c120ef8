import { posix } from 'node:path'
import { FORMATEN, type Formaat } from './formaten.ts'

const MAX_STEM = 100
/** With `_`, a dot and the longest extension less than 255, which most file systems take. */
const MAX_STEM_BYTES = 240
/** Control characters, marks that change the direction of a text, and what has no width. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
/** What Windows has in no name. */
const FORBIDDEN = /[<>:"|?*]/g
const EXTENSIE = /^[a-z\d]{1,10}$/i
/** Devices of Windows, whatever the extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/**
 * The name of a file as it is shown and as it is saved: one line, without a path, that ends as its bytes say.
 * What is left of a name that is all of it something else is `bestand`.
 *
 * @param formaat what its bytes are; of what nobody looked into the name ends as it does
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

/** The name of a file that has no other than this title, which keeps what stands around a slash. */
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

/** Windows takes those at the end away; one at the beginning hides a file elsewhere. */
function withoutDots(text: string): string {
  const characters = [...text]
  const isKept = (character: string) => character !== '.' && character.trim() !== ''
  return characters.slice(characters.findIndex(isKept), characters.findLastIndex(isKept) + 1).join('')
}
