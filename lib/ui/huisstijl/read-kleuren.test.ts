import { expect, test } from 'vitest'
import { readKleuren } from './read-kleuren.ts'

test.each(['voorbeeld', 'utrecht'])(
  'every colour of %s, light and dark, is in a notation that mail programs support',
  (huisstijl) => {
    const { licht, donker } = readKleuren(huisstijl)
    for (const kleur of [...Object.values(licht), ...Object.values(donker)]) {
      expect(kleur).toMatch(/^(#[0-9a-f]{3,8}|(rgb|hsl)a?\([\d .,%]+\))$/i)
    }
    expect(donker.ink).not.toBe(licht.ink)
  },
)
