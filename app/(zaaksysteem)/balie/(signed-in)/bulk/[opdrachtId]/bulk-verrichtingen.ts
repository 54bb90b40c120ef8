import { notFound } from 'next/navigation'
import { z } from 'zod'
import { chooseZaken } from '#lib/zaaksysteem/bulk/prepare-bulk.ts'
import { startBulk } from '#lib/zaaksysteem/bulk/start-bulk.ts'
import { bulkPath } from '../../paths.ts'
import { verrichting } from '../../verrichtingen/verrichting.ts'
import { loadBulkopdracht } from '../load-bulkopdracht.ts'

const form = z.object({ opdrachtId: z.string() })

/** Starts the opdracht as previewed. */
export const bulkStarten = verrichting({
  naam: 'bulk-starten',
  recht: 'coordineren',
  form,
  async perform({ ctx, fields, actor }) {
    const { id: opdrachtId } = await loadBulkopdracht(fields.opdrachtId)
    await startBulk(ctx, { opdrachtId, actor })
    return { naar: bulkPath(opdrachtId) }
  },
})

/** Makes a new opdracht of the refused zaken, in their present state. */
export const bulkOpnieuwKiezen = verrichting({
  naam: 'bulk-opnieuw-kiezen',
  recht: 'coordineren',
  form,
  async perform({ ctx, fields, behandelaar: { id: behandelaarId } }) {
    const { regels } = await loadBulkopdracht(fields.opdrachtId)
    const zaakIds = regels.filter(({ uitkomst }) => uitkomst === 'geweigerd').map(({ zaakId }) => zaakId)
    const chosen = await chooseZaken(ctx, { behandelaarId, zaakIds })
    return chosen.ok ? { naar: bulkPath(chosen.opdrachtId) } : notFound()
  },
})
