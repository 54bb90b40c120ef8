import type { ZaaksysteemEnv } from '../../env.ts'

/**
 * Whether a row of bestand may be given to others than who handles the zaak, in SQL. Where there is a virus scanner it must have looked at
 * it; where there is none nobody can wait for that.
 */
export function leesbaarSql({ ZAAKSYSTEEM_CLAMD }: Pick<ZaaksysteemEnv, 'ZAAKSYSTEEM_CLAMD'>): string {
  return ZAAKSYSTEEM_CLAMD ? `bestand.virusscan = 'schoon'` : `bestand.virusscan <> 'besmet'`
}
