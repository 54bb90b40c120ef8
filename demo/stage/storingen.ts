import { z } from 'zod'

/** The faults of the demo, in the order in which they are offered. */
export const STORINGEN = [
  'portaal_uit',
  'netwerk_door',
  'antwoord_weg',
  'traag',
  'dubbel',
  'geknoeid',
  'token_gestolen',
  'verkeerde_sleutel',
  'sleutels_gewisseld',
  'bezorger_gedood',
  'database_weg',
] as const

export type Storing = (typeof STORINGEN)[number]

/** `PUT /api/demo/storing`: makes the zaken that will change, starts the fault, or ends it early. */
export const storingsverzoek = z.discriminatedUnion('doe', [
  z.object({ doe: z.literal('maak'), storing: z.enum(STORINGEN), duurMs: z.int().min(1_000).max(60_000).optional() }),
  z.object({ doe: z.literal('breek') }),
  z.object({ doe: z.literal('heel') }),
])

/** The outcome of the changes since the fault began, from the databases of both systems. */
const storingscijfers = z.object({
  /** changes that the zaaksysteem committed */
  wijzigingen: z.int(),
  /** attempts to deliver them to the portal */
  pogingen: z.int(),
  /** changes that the portal has, each counted once */
  ontvangen: z.int(),
  /** part of `ontvangen`: changes that the portal fetched because they did not arrive */
  opgehaald: z.int(),
  /** refused messages, by the code of the response */
  geweigerd: z.array(z.object({ reden: z.string(), aantal: z.int() })),
  /** repeats that the portal accepted without effect; counted in transit, because no database keeps them */
  nogmaals: z.int(),
  /** changes that the zaaksysteem no longer sends and the portal lacks: fetched later, or lost */
  kwijt: z.int(),
  /** changes that the portal does not have yet */
  onderweg: z.int(),
})

/** Response to this `PUT` and to `GET`: the last fault; null when there was none. */
export const storingsstand = z
  .object({
    storing: z.enum(STORINGEN),
    /**
     * aanloop: not started; bezig: failing; herstel: repaired, catching up; klaar: the portal has all
     * changes; mislukt: it could not be broken, and is repaired
     */
    fase: z.enum(['aanloop', 'bezig', 'herstel', 'klaar', 'mislukt']),
    /** time until the repair; a duration, because the clocks of browser and server may differ */
    nogMs: z.int(),
    duurMs: z.int(),
    /** the zaak to look at */
    zaakId: z.string(),
    cijfers: storingscijfers,
  })
  .nullable()

export type Storingscijfers = z.infer<typeof storingscijfers>
export type Storingsstand = z.infer<typeof storingsstand>
export type Storingsverzoek = z.infer<typeof storingsverzoek>
