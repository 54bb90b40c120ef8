import { CheckboxList, RadioCards } from '#lib/ui/form/choices.tsx'
import type { Veld } from '#lib/ui/form/labels.ts'
import { Select } from '#lib/ui/form/select.tsx'
import { TextArea, TextField } from '#lib/ui/form/text-field.tsx'
import type { UsedForm } from '#lib/ui/form/use-form.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { ConfirmTick } from './confirm-tick.tsx'
import { ShownBy } from './shown-by.tsx'
import { UsualDate } from './usual-date.tsx'

export type InForm = { form: Pick<UsedForm, 'field' | 'list' | 'entered'> }

/** Renders the fields, with the entered values and errors. */
export function Velden({ velden, form }: InForm & { velden: readonly Veld[] }) {
  return velden.map((veld) => <VeldControl key={keyOf(veld)} veld={veld} form={form} />)
}

function keyOf(veld: Veld): string {
  if (veld.soort === 'groep') return veld.legend
  return veld.soort === 'bij' ? [veld.name, ...veld.waarden].join() : veld.name
}

function VeldControl({ veld, form }: InForm & { veld: Veld }) {
  if (veld.soort === 'groep') {
    const hasError = veld.velden.some((each) => each.soort !== 'groep' && form.field(each.name).error !== undefined)
    return (
      <details className="balie-groep" open={veld.isOpen || hasError}>
        <summary>{veld.legend}</summary>
        {/* biome-ignore lint/a11y/useSemanticElements: the summary is its legend */}
        <div role="group" aria-label={veld.legend}>
          <Velden velden={veld.velden} form={form} />
        </div>
      </details>
    )
  }
  if (veld.soort === 'bij') {
    return (
      <ShownBy name={veld.name} waarden={veld.waarden}>
        <Velden velden={veld.velden} form={form} />
      </ShownBy>
    )
  }
  if (veld.soort === 'vinkjes') {
    const { legend, options } = veld
    const { chosen, ...shared } = form.list(veld.name, { [veld.name]: legend })
    // a single option is chosen by default
    const only = options.length === 1 && !form.entered ? options.map(({ value }) => value) : chosen
    return <CheckboxList {...shared} options={options} chosen={only} />
  }
  if (veld.soort === 'kaarten') {
    return (
      <>
        <RadioCards {...form.field(veld.name)} legend={veld.legend} cards={veld.cards} />
        {veld.name === 'resultaat' && <AanvullingBekeken form={form} />}
      </>
    )
  }
  const { name, label } = veld
  if (veld.soort === 'vinkje') {
    const isChecked = form.entered ? name in form.entered : veld.value
    return (
      <label className="balie-vinkje">
        <input type="checkbox" name={name} defaultChecked={isChecked} /> {label}
      </label>
    )
  }
  const { defaultValue, ...shared } = form.field(name)
  if (veld.soort === 'keuze') {
    return (
      <>
        <Select {...shared} label={label} options={veld.options} defaultValue={defaultValue ?? veld.value} />
        {name === 'besluittype' && <AanvullingBekeken form={form} />}
      </>
    )
  }
  const field = {
    ...shared,
    label,
    hint: veld.hint,
    optional: veld.optional ? handelingen.magLeeg : undefined,
    defaultValue: defaultValue ?? veld.value,
  }
  if (veld.soort === 'lang') return <TextArea {...field} rows={veld.rows} />
  if (veld.soort === 'datum') {
    return (
      <div className="balie-datum">
        <TextField {...field} type="date" />
        {veld.gebruikelijk && <UsualDate name={name} label={label} {...veld.gebruikelijk} />}
        {name === 'uiterlijk' && (
          <ConfirmTick name="hersteltermijnKort" label={handelingen.hersteltermijnKortKlopt} field={form.field} />
        )}
        {name === 'bekendmakingsdatum' && (
          <ConfirmTick name="bekendmakingLater" label={handelingen.bekendmakingLaterKlopt} field={form.field} />
        )}
      </div>
    )
  }
  return <TextField {...field} autoComplete="off" inputMode={veld.soort === 'aantal' ? 'numeric' : undefined} />
}

function AanvullingBekeken({ form }: InForm) {
  return <ConfirmTick name="aanvullingBekeken" label={handelingen.aanvullingBekekenKlopt} field={form.field} />
}
