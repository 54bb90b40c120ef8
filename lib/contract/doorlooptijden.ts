import { z } from 'zod'

/** The duration of closed zaken of a zaaktype, without the days on which the term was suspended. */
const doorlooptijdResource = z.object({
  /** identificatie of the zaaktype */
  zaaktype: z.string(),
  /** the last day of the year in which those zaken were closed */
  peildatum: z.iso.date(),
  /** the number of zaken whose duration is known */
  aantal: z.int32().positive(),
  /** half of them were closed within this number of weeks */
  helftBinnenWeken: z.int32().positive(),
  /** nine out of ten were closed within this number of weeks */
  negenVanTienBinnenWeken: z.int32().positive(),
})
export type DoorlooptijdResource = z.infer<typeof doorlooptijdResource>

/**
 * `GET /v1/doorlooptijden`: the zaaktypen whose duration may be published to citizens, for the scope
 * `zaken.lezen`. Leaves out a zaaktype with too few zaken, or one that the municipality does not want to
 * publish.
 */
export const doorlooptijdenAnswer = z.object({ doorlooptijden: z.array(doorlooptijdResource) })
