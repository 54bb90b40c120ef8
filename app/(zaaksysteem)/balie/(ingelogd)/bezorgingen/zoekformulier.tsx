import { Button } from '#lib/ui/form/button.tsx'
import { Select, type SelectOption } from '#lib/ui/form/select.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { FilterForm } from '#lib/ui/staff/filter-form.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { bezorgingen } from '#lib/ui/texts/bezorgingen.ts'
import { BEZORGINGEN } from '../abonnementen/paths.ts'
import { SOORTEN } from '../abonnementen/soorten.ts'
import type { Zoekopdracht } from './bezorging-zoekopdracht.ts'

const { zoeken } = bezorgingen

const STATUSSEN = Object.entries(bezorgingen.status).map(([value, label]) => ({ value, label }))

const withAll = (label: string, options: readonly SelectOption[]) => [{ value: '', label }, ...options]

export function Zoekformulier({
  zoekopdracht,
  abonnementen,
  magWissen,
}: {
  zoekopdracht: Zoekopdracht
  abonnementen: readonly SelectOption[]
  magWissen: boolean
}) {
  const { zoek = '', abonnement = '', status = '', type = '', van = '', tot = '' } = zoekopdracht
  return (
    <FilterForm
      action={BEZORGINGEN}
      values={{ zoek, abonnement, status, type, van, tot }}
      role="search"
      aria-label={zoeken.formulier}
      className="balie-zoek balie-zoek--breed"
    >
      <TextField name="zoek" type="search" label={zoeken.zoek} defaultValue={zoek} maxLength={100} />
      <Select
        name="abonnement"
        label={zoeken.abonnement}
        defaultValue={abonnement}
        options={withAll(zoeken.alleAbonnementen, abonnementen)}
      />
      <Select
        name="status"
        label={zoeken.status}
        defaultValue={status}
        options={withAll(zoeken.alleStatussen, STATUSSEN)}
      />
      <Select name="type" label={zoeken.soort} defaultValue={type} options={withAll(zoeken.alleSoorten, SOORTEN)} />
      <TextField name="van" type="datetime-local" label={zoeken.van} defaultValue={van} />
      <TextField name="tot" type="datetime-local" label={zoeken.tot} defaultValue={tot} />
      <div className="balie-zoek__knoppen">
        <Button appearance="secondary">{zoeken.knop}</Button>
        {magWissen && <Link href={BEZORGINGEN}>{zoeken.wis}</Link>}
      </div>
    </FilterForm>
  )
}
