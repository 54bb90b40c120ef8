import { ONE_LINE } from '#lib/contract/text.ts'
import { ROLLEN, ROLLEN_ZONDER_TEAM, SCHEIDING, splitRol } from './recht.ts'

/** The most roles that are read of one behandelaar. */
const MOST_ROLLEN = 200
/** The longest name of a team, as in the column of a zaak. */
const MAX_TEAM = 100

/**
 * Returns the known roles among the claims of a provider. A role that does not match exactly gives no right:
 * an unreadable team must never become every team.
 */
export function readRollen(waarden: readonly string[]): string[] {
  const rollen = new Set(waarden.flatMap((waarde) => readRol(waarde) ?? []))
  return [...rollen].slice(0, MOST_ROLLEN)
}

function readRol(waarde: string): string | undefined {
  const { naam, team: geschreven } = splitRol(waarde)
  const rol = ROLLEN.find((one) => one === naam)
  if (!rol || geschreven === undefined) return rol
  const team = readTeam(geschreven)
  return team && !ROLLEN_ZONDER_TEAM.includes(rol) ? `${rol}${SCHEIDING}${team}` : undefined
}

/** Decodes a team such as `Parkeren%20en%20verkeer`: some providers allow no space in a role. */
function readTeam(geschreven: string): string | undefined {
  try {
    const team = decodeURIComponent(geschreven)
    return team.trim() === team && team.length <= MAX_TEAM && ONE_LINE.test(team) ? team : undefined
  } catch {
    return undefined
  }
}
