import { expect, test } from 'vitest'
import { z } from 'zod'
import { requiredMembers } from './required-members.ts'

test('required members are found in objects, lists and unions', () => {
  const text = z.object({ nl: z.string(), en: z.string() })
  const zaak = z.object({
    uuid: z.string(),
    naam: z.string().optional(),
    versie: z.number().default(1),
    einddatum: z.string().nullable(),
    besluit: z.object({ datum: z.string() }).optional(),
    initiator: z.union([z.object({ bsn: z.string() }), z.object({ kvkNummer: z.string() })]),
    statussen: z.array(z.object({ code: z.string(), omschrijving: text })),
  })
  expect(requiredMembers(zaak, 'zaak')).toEqual([
    { place: 'zaak', members: ['uuid', 'einddatum', 'initiator', 'statussen'] },
    { place: 'zaak.initiator', members: ['bsn'] },
    { place: 'zaak.initiator', members: ['kvkNummer'] },
    { place: 'zaak.statussen[]', members: ['code', 'omschrijving'] },
  ])
})
