import { z } from 'zod'
import { ONE_LINE } from '#lib/contract/text.ts'
import { teamlijst } from '#lib/ui/texts/balie/beheer/teams.ts'

/** The maximum length of a zaak's team. */
const MAX_NAAM = 100
const { fout } = teamlijst

/** A name of one line, because a role of the identity provider can name it. */
export const naam = z.string().min(1, fout.leeg).max(MAX_NAAM, fout.teLang(MAX_NAAM)).regex(ONE_LINE, fout.teken)
