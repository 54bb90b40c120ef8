import { expect, test } from 'vitest'
import { readKleuren } from './read-kleuren.ts'

test.each(['voorbeeld', 'utrecht'])(
  'every colour of %s is one that a mail program knows, on a light screen and a dark one',
  (huisstijl) => {
    const { licht, donker } = readKleuren(huisstijl)
    for (const kleur of [...Object.values(licht), ...Object.values(donker)]) {
      expect(kleur).toMatch(/^(#[0-9a-f]{3,8}|(rgb|hsl)a?\([\d .,%]+\))$/i)
    }
    expect(donker.ink).not.toBe(licht.ink)
  },
)
