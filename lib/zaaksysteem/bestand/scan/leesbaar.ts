import type { ZaaksysteemEnv } from '../../env.ts'

/**
 * SQL condition that a bestand may be given to people outside the desk. With a virus scanner it must be
 * clean; without one it must not be known as infected.
 */
export function leesbaarSql({ ZAAKSYSTEEM_CLAMD }: Pick<ZaaksysteemEnv, 'ZAAKSYSTEEM_CLAMD'>): string {
  return ZAAKSYSTEEM_CLAMD ? `bestand.virusscan = 'schoon'` : `bestand.virusscan <> 'besmet'`
}
