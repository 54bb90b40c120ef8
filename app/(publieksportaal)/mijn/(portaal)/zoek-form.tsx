import { Button } from '#lib/ui/form/button.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Texts } from '#lib/ui/texts/nl.ts'

/** A GET form, so that what was searched for stands in the address; works without JavaScript. */
export function ZoekForm({ zoek, texts: t }: { zoek: string; texts: Texts['zaken'] }) {
  return (
    <search>
      <form action="/mijn" className="zb-zoek">
        <TextField
          key={zoek}
          type="search"
          name="zoek"
          label={t.zoeken}
          hint={t.zoekenUitleg}
          defaultValue={zoek}
          maxLength={100}
        />
        <div className="zb-zoek__buttons">
          <Button appearance="secondary">{t.zoek}</Button>
          {zoek && <Link href="/mijn">{t.wis}</Link>}
        </div>
      </form>
    </search>
  )
}
