import { LinkButton } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { requireClient } from '#lib/zaaksysteem/api-client/client-cookie.ts'
import { PATHS } from '../paths.ts'
import { signOutAction } from './client-actions.ts'

/**
 * The bar above each page of an API client: its name, sign-out, and the clock's time zone.
 *
 * @param current name of a page below the overview
 */
export async function ClientBar({
  path = [],
  current,
}: {
  path?: readonly { href: string; text: string }[]
  current?: string
}) {
  const { client } = await requireClient()
  const taal = await currentTaal()
  const { aangemeld, afmelden, tijdzone } = mijn[taal]
  const items = [{ href: PATHS.mijn, text: ontwikkelaarsMenu[taal].paginas.mijn }, ...path]
  return (
    <div className="zb-line dev-client">
      {current && <Breadcrumb label={texts(taal).kruimelpad} items={items} current={current} />}
      <PostForm action={signOutAction}>
        {aangemeld(client)} <LinkButton>{afmelden}</LinkButton>
      </PostForm>
      <Paragraph small>{tijdzone}</Paragraph>
    </div>
  )
}
