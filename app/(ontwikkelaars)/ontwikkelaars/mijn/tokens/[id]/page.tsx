import { notFound } from 'next/navigation'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { titled } from '#lib/ui/shell/titled.ts'
import { ConfirmPage } from '#lib/ui/staff/confirm-page.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { requireClient } from '#lib/zaaksysteem/api-client/client-cookie.ts'
import { findOwnTokens } from '#lib/zaaksysteem/api-client/find-api-clients.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { PATHS } from '../../../paths.ts'
import { withdrawOwnTokenAction } from '../../client-actions.ts'
import { ClientBar } from '../../client-bar.tsx'

export const generateMetadata = titled((taal) => mijn[taal].tokens.knop)

export default async function TokenPage({ params }: { params: Promise<{ id: string }> }) {
  const taal = await currentTaal()
  const { client, token } = await requireClient()
  const { id } = await params
  const own = await findOwnTokens(zaaksysteem(), { client, token })
  const found = own?.tokens.find((one) => one.id === id)
  if (!own || !found) notFound()
  const { annuleren, bezig, tokens: t } = mijn[taal]
  return (
    <div>
      <ConfirmPage
        breadcrumb={<ClientBar current={t.knop} />}
        title={t.intrekken(found.begin)}
        explanation={t.gevolgen}
        consequences={[t.gevolg, found.isAsking && t.ditGevolg, own.tokens.length === 1 && t.laatste]}
      >
        <PostForm action={withdrawOwnTokenAction} fields={{ tokenId: id }} className="staff-buttons">
          <SubmitButton busy={bezig} className="staff-danger">
            {t.knop}
          </SubmitButton>
          <Link href={PATHS.mijn}>{annuleren}</Link>
        </PostForm>
      </ConfirmPage>
    </div>
  )
}
