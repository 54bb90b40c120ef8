import { z } from 'zod'
import { ONE_LINE } from '#lib/contract/abonnement-filters.ts'
import { teamlijst } from '#lib/ui/texts/balie/beheer/teams.ts'

/** As long as the team of a zaak may be. */
const MAX_NAAM = 100
const { fout } = teamlijst

/** One line, of what a role can name. */
export const naam = z.string().min(1, fout.leeg).max(MAX_NAAM, fout.teLang(MAX_NAAM)).regex(ONE_LINE, fout.teken)
