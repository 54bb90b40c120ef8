import { notFound } from 'next/navigation'
import { credentialtype } from '#lib/contract/abonnement-resource.ts'
import type { Invoer } from '#lib/ontwikkelaars/berichtcontrole/read-invoer.ts'
import { INITIAL } from '#lib/ui/form/form-state.ts'
import { titled } from '#lib/ui/shell/titled.ts'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { PageTitle, Paragraph } from '#lib/ui/text/heading.tsx'
import { controle } from '#lib/ui/texts/ontwikkelaars/controle.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { ABONNEMENTEN_SCOPE, currentClient } from '#lib/zaaksysteem/api-client/client-cookie.ts'
import {
  type BezorgingDetail,
  findBezorgingDetail,
  sentBody,
} from '#lib/zaaksysteem/bezorging/overzicht/find-bezorging-detail.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { checkAction } from './check-action.ts'
import { checkInvoer, EMPTY } from './check-invoer.ts'
import { ControleForm } from './controle-form.tsx'

export const generateMetadata = titled((taal) => ontwikkelaarsMenu[taal].paginas.controle)

export default async function ControlePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const taal = await currentTaal()
  const { intro, privacy, bezorging: ofBezorging } = controle[taal]
  const { bezorging, poging } = await searchParams
  const ours =
    typeof bezorging === 'string' && typeof poging === 'string' ? await loadBezorging({ bezorging, poging }) : undefined
  const start = ours ? await checkInvoer(ours.invoer, taal) : INITIAL
  return (
    <>
      <div>
        <PageTitle>{ontwikkelaarsMenu[taal].paginas.controle}</PageTitle>
        <Paragraph>{ours ? ofBezorging(ours.sequence) : intro}</Paragraph>
        <Paragraph soft>{privacy}</Paragraph>
      </div>
      <ControleForm action={checkAction} start={start} credentialtypes={credentialtype.options} taal={taal} />
    </>
  )
}

/**
 * Loads a sent request as its receiver would paste it. For that receiver and beheerders; batches are not
 * stored as one request.
 */
async function loadBezorging(options: {
  bezorging: string
  poging: string
}): Promise<{ sequence: number; invoer: Invoer }> {
  const detail = (await findOwnBezorging(options.bezorging)) ?? (await findAnyBezorging(options.bezorging))
  const poging = detail?.bezorgpogingen.find(({ nummer }) => String(nummer) === options.poging)
  if (!detail || !poging) notFound()
  const body = sentBody(detail, poging)
  if (body === undefined) notFound()
  const { requestHeaders, begonnenOp } = poging
  return {
    sequence: detail.sequence,
    invoer: {
      ...EMPTY,
      headers: Object.entries(requestHeaders)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
      body,
      sink: detail.sink,
      moment: begonnenOp.toISOString(),
    },
  }
}

async function findOwnBezorging(id: string): Promise<BezorgingDetail | undefined> {
  const signedIn = await currentClient()
  if (!signedIn?.scopes.includes(ABONNEMENTEN_SCOPE)) return undefined
  return findBezorgingDetail(zaaksysteem(), id, signedIn.client)
}

async function findAnyBezorging(id: string): Promise<BezorgingDetail | undefined> {
  await requireBeheerder()
  return findBezorgingDetail(zaaksysteem(), id)
}
