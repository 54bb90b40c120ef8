import { ONE_LINE } from '#lib/contract/abonnement-filters.ts'
import { ROLLEN, ROLLEN_ZONDER_TEAM, SCHEIDING, splitRol } from './recht.ts'

/** The most roles of one behandelaar that are read; nobody needs so many. */
const MOST_ROLLEN = 200
/** The longest name of a team: as long as the team of a zaak may be. */
const MAX_TEAM = 100

/**
 * The roles that mean something here, of all that a provider names. What is not exactly one gives no right: a team that
 * cannot be read is never every team.
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

/** Not every provider lets a role have a space, so that may be written as in an address: `Parkeren%20en%20verkeer`. */
function readTeam(geschreven: string): string | undefined {
  try {
    const team = decodeURIComponent(geschreven)
    return team.trim() === team && team.length <= MAX_TEAM && ONE_LINE.test(team) ? team : undefined
  } catch {
    return undefined
  }
}
