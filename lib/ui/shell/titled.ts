import type { Metadata } from 'next'
import { platformEnv } from '#lib/platform/env.ts'
import { currentTaal } from '../text/current-taal.ts'
import type { Taal } from '../text/taal.ts'

/** Returns the `generateMetadata` of a page with a title in the language of the visitor. */
export const titled = (titleIn: (taal: Taal) => string) => async (): Promise<Metadata> => ({
  title: titleIn(await currentTaal()),
})

/** Returns the `generateMetadata` of a layout, whose title is a suffix of the titles of its pages. */
export const sectionTitled = (titleIn: (taal: Taal) => string) => async (): Promise<Metadata> => {
  const title = titleIn(await currentTaal())
  return { title: { default: title, template: `%s · ${title} · ${platformEnv().GEMEENTE_NAAM}` } }
}
