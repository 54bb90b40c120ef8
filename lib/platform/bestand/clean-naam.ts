import { posix } from 'node:path'
import { FORMATEN, type Formaat } from './formaten.ts'

const MAX_STEM = 100
/** Control characters, marks that change the direction of a text, and what has no width. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
/** What Windows has in no name. */
const FORBIDDEN = /[<>:"|?*]/g
/** Devices of Windows, whatever the extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/**
 * The name of a file as it is shown and as it is saved: one line, without a path, that ends as its bytes say. What is left of a name
 * that is all of it something else is `bestand`.
 */
export function cleanNaam(naam: string, formaat: Formaat): string {
  const bare = posix.basename(naam.toWellFormed().normalize('NFC').replaceAll('\\', '/'))
  const shown = withoutDots(bare.replace(INVISIBLE, '').replace(FORBIDDEN, '_'))
  const { extensies }: { extensies: readonly string[] } = FORMATEN[formaat]
  const given = posix.extname(shown).slice(1)
  const isItsOwn = extensies.includes(given.toLowerCase())
  const stem = isItsOwn ? shown.slice(0, -given.length - 1) : shown
  const short = withoutDots([...stem].slice(0, MAX_STEM).join('')) || 'bestand'
  return `${DEVICE.test(short) ? '_' : ''}${short}.${isItsOwn ? given : extensies[0]}`
}

/** Windows takes those at the end away; one at the beginning hides a file elsewhere. */
function withoutDots(text: string): string {
  const characters = [...text]
  const isKept = (character: string) => character !== '.' && character.trim() !== ''
  return characters.slice(characters.findIndex(isKept), characters.findLastIndex(isKept) + 1).join('')
}
