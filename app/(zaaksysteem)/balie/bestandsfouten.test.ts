import { expect, test } from 'vitest'
import { BESTANDSFOUTEN } from '#lib/platform/bestand/bestandsfouten.ts'
import { bestanden } from '#lib/ui/texts/balie/documenten.ts'

test('each reason to refuse a bestand has a sentence for people', () => {
  expect(Object.keys(bestanden.fout).toSorted()).toEqual(Object.keys(BESTANDSFOUTEN).toSorted())
})
