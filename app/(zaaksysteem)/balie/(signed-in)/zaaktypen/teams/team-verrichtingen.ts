import { z } from 'zod'
import { ONE_LINE } from '#lib/contract/text.ts'
import { teamlijst } from '#lib/ui/texts/balie/beheer/teams.ts'
import { addTeam, endTeam, renameTeam } from '#lib/zaaksysteem/catalogus/team/change-team.ts'
import { TEAMLIJST } from '../../paths.ts'
import { verrichting } from '../../verrichtingen/verrichting.ts'

/** The maximum length of a zaak's team. */
const MAX_NAAM = 100
const { fout } = teamlijst

/** A name of one line, because a role of the identity provider can name it. */
export const naam = z.string().min(1, fout.leeg).max(MAX_NAAM, fout.teLang(MAX_NAAM)).regex(ONE_LINE, fout.teken)

export const teamToevoegen = verrichting({
  naam: 'team-toevoegen',
  recht: 'beheren',
  form: z.object({ naam }),
  async perform({ ctx, fields, actor }) {
    const added = await addTeam(ctx, { ...fields, actor })
    if (!added.ok) return { fouten: [{ name: 'naam', text: fout[added.reason] }] }
    return { naar: `${TEAMLIJST}?gedaan=toegevoegd` }
  },
})

export const teamHernoemen = verrichting({
  naam: 'team-hernoemen',
  recht: 'beheren',
  form: z.object({ code: z.string(), naam }),
  async perform({ ctx, fields, actor }) {
    const renamed = await renameTeam(ctx, { ...fields, actor })
    if (!renamed.ok) return { fouten: [{ name: 'naam', text: fout[renamed.reason] }] }
    return { naar: `${TEAMLIJST}?gedaan=hernoemd` }
  },
})

export const teamBeeindigen = verrichting({
  naam: 'team-beeindigen',
  recht: 'beheren',
  form: z.object({ code: z.string(), beeindigd: z.enum(['ja', 'nee']).transform((answer) => answer === 'ja') }),
  async perform({ ctx, fields, actor }) {
    const ended = await endTeam(ctx, { ...fields, actor })
    if (!ended.ok) return { fouten: [{ name: 'code', text: fout[ended.reason] }] }
    return { naar: `${TEAMLIJST}?gedaan=${fields.beeindigd ? 'beeindigd' : 'hervat'}` }
  },
})
