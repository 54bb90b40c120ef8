import { z } from 'zod'

/** What can be broken in the demo, in the order in which it is offered. */
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

/** `PUT /api/demo/storing`: makes the zaken that will change; breaks it, once who looks sees them; or makes it whole before its time. */
export const storingsverzoek = z.discriminatedUnion('doe', [
  z.object({ doe: z.literal('maak'), storing: z.enum(STORINGEN), duurMs: z.int().min(1_000).max(60_000).optional() }),
  z.object({ doe: z.literal('breek') }),
  z.object({ doe: z.literal('heel') }),
])

/** What became of the changes that were made since something was broken, as the databases of both systems have it. */
const storingscijfers = z.object({
  /** changes that the zaaksysteem committed */
  wijzigingen: z.int(),
  /** attempts to deliver them to the portal */
  pogingen: z.int(),
  /** of them the portal has, each once */
  ontvangen: z.int(),
  /** of those, what the portal fetched itself, because it did not arrive */
  opgehaald: z.int(),
  /** what the portal refused, by the code of its answer */
  geweigerd: z.array(z.object({ reden: z.string(), aantal: z.int() })),
  /** messages that the portal took again, without effect; counted on the line, because no database keeps them */
  nogmaals: z.int(),
  /** what the zaaksysteem does not send any more, and the portal does not have: fetched by it, or lost */
  kwijt: z.int(),
  /** what the portal does not have yet */
  onderweg: z.int(),
})

/** What that answers, and `GET`: the last that was broken; null when nothing was. */
export const storingsstand = z
  .object({
    storing: z.enum(STORINGEN),
    /** aanloop: not yet broken; bezig: broken; herstel: whole again, catching up; klaar: the portal has all */
    fase: z.enum(['aanloop', 'bezig', 'herstel', 'klaar']),
    /** how long until it is whole again; a duration, because browser and server may have other clocks */
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
