import type { Metadata } from 'next'
import { type ComponentProps, cache, type ReactNode } from 'react'
import { ConfirmPage } from '#lib/ui/staff/confirm-page.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { VerrichtingForm } from './verrichting-form.tsx'

type Inhoud = Omit<ComponentProps<typeof ConfirmPage>, 'children'> & {
  /** title of the browser's tab; default the title of the page */
  tab?: string
  /** content above the form */
  children?: ReactNode
  form?: ComponentProps<typeof VerrichtingForm> | false
}

type Address<Params> = { params: Params; searchParams: SearchParams }
type Props<Params> = { [part in keyof Address<Params>]: Promise<Address<Params>[part]> }

/**
 * Makes the page of a verrichting: its effects, and its form. A form of only a button is styled as a warning.
 *
 * @param show loads the content, or answers 404 when the verrichting is impossible or not allowed
 */
export function verrichtingPagina<Params>(show: (params: Params, search: SearchParams) => Promise<Inhoud>) {
  // cached per request, because the title of the tab needs it too
  const load = cache((address: string) => {
    const { params, searchParams }: Address<Params> = JSON.parse(address)
    return show(params, searchParams)
  })
  const inhoudOf = async ({ params, searchParams }: Props<Params>) =>
    load(JSON.stringify({ params: await params, searchParams: await searchParams }))

  return {
    async generateMetadata(props: Props<Params>): Promise<Metadata> {
      const { title, tab = title } = await inhoudOf(props)
      return { title: tab }
    },
    async Page(props: Props<Params>) {
      const { tab: _, children, form, ...page } = await inhoudOf(props)
      return (
        <ConfirmPage {...page}>
          {children}
          {form && <VerrichtingForm className={form.velden ? undefined : 'staff-danger'} {...form} />}
        </ConfirmPage>
      )
    },
  }
}
