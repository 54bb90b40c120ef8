import { z } from 'zod'

/** How long zaken of a zaaktype took. The days on which the term stood still do not count. */
const doorlooptijdResource = z.object({
  /** identificatie of the zaaktype */
  zaaktype: z.string(),
  /** the last day of the year in which those zaken were closed */
  peildatum: z.iso.date(),
  /** of how many zaken it is known */
  aantal: z.int32().positive(),
  /** half of them were done within so many weeks */
  helftBinnenWeken: z.int32().positive(),
  /** nine out of ten were done within so many weeks */
  negenVanTienBinnenWeken: z.int32().positive(),
})
export type DoorlooptijdResource = z.infer<typeof doorlooptijdResource>

/**
 * `GET /v1/doorlooptijden`: of every zaaktype that a citizen may be told it of, for the scope `zaken.lezen`.
 * A zaaktype with too few zaken is not in it, nor is one of which the municipality does not want to tell it.
 */
export const doorlooptijdenAnswer = z.object({ doorlooptijden: z.array(doorlooptijdResource) })
