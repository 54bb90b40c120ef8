import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Heading } from '#lib/ui/text/heading.tsx'
import { handelingen as texts } from '#lib/ui/texts/balie/handelingen.ts'
import { type Handelingspad, pageOf } from '#lib/zaaksysteem/zaak/handelingen/handelingen.ts'
import { handelingPath } from '../../paths.ts'

/** The possible acts that have a page of their own, each with its keyboard shortcut. */
export function HandelingenBalk({
  zaakId,
  handelingen,
  terug,
}: {
  zaakId: string
  handelingen: readonly Handelingspad[]
  terug: string | undefined
}) {
  if (handelingen.length === 0) return null
  return (
    <nav aria-labelledby="handelingen" className="balie-handelingen">
      <Heading level={2} id="handelingen" className="zb-hidden">
        {texts.titel}
      </Heading>
      <ul className="zb-list zb-line">
        {handelingen.map((pad) => {
          const { titel, toets } = pageOf(pad)
          return (
            <li key={pad}>
              <ButtonLink appearance="secondary" href={handelingPath(zaakId, pad, { terug })} aria-keyshortcuts={toets}>
                {titel}
              </ButtonLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
