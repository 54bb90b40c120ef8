import Form from 'next/form'
import { Button } from '#lib/ui/form/button.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { kolomkeuzes, kolommenOf } from './werkvoorraad-columns.ts'
import { PATHS, type WerkvoorraadFields, type WerkvoorraadList } from './werkvoorraad-filter.ts'

const { kolommen } = werkvoorraad

/** Chooses the columns of a list. Keeps filters and order, and returns to the first page. */
export function KolommenForm({ list, fields }: { list: WerkvoorraadList; fields: WerkvoorraadFields }) {
  const { kolom, cursor: _, ...rest } = fields
  const shown = kolommenOf(list, kolom)
  return (
    <details className="balie-kolommen">
      <summary>{kolommen.titel}</summary>
      <Form action={PATHS[list]} key={kolom ?? ''}>
        {Object.entries(rest).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <fieldset className="balie-groep">
          <legend>{kolommen.legenda}</legend>
          {kolomkeuzes(list).map((keuze) => (
            <label key={keuze} className="balie-vinkje">
              <input type="checkbox" name="kolom" value={keuze} defaultChecked={shown.includes(keuze)} />{' '}
              {balie.kolom[keuze]}
            </label>
          ))}
        </fieldset>
        <Paragraph soft>{kolommen.uitleg}</Paragraph>
        <Button appearance="secondary">{kolommen.knop}</Button>
      </Form>
    </details>
  )
}
