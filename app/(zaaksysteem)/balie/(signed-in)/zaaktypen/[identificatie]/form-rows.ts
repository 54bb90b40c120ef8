import { z } from 'zod'
import { list, tick } from '#lib/ui/form/fields.ts'
import { type Option, type Veld, withAll } from '#lib/ui/form/labels.ts'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'

/** Describes one or more fields of a form by the schema of the input and the velden that show a value. */
type Row<Schema extends z.ZodType = z.ZodType, Value = unknown> = {
  schema: Schema
  /** @param value absent in a group for an addition */
  velden(name: string, value?: Value | null): Veld[]
}
export type Rows = Record<string, Row>

type ValueOf<Each> = Each extends { velden(name: string, value?: infer Value): Veld[] } ? Value : never
type ValuesOf<All extends Rows> = { [Name in keyof All]?: ValueOf<All[Name]> }
type ShapeOf<All extends Rows> = { [Name in keyof All]: All[Name]['schema'] }

export function schemaOf<All extends Rows>(rows: All) {
  const shape = Object.entries(rows).map(([name, { schema }]) => [name, schema])
  return z.object(Object.fromEntries(shape) as ShapeOf<All>)
}

/** @param prefix of the names; empty for the form itself */
export function veldenOf<All extends Rows>(rows: All, prefix: string, values?: ValuesOf<All> | null): Veld[] {
  return Object.entries(rows).flatMap(([key, row]) => row.velden(prefix ? `${prefix}.${key}` : key, values?.[key]))
}

/** Several fields as one, with the rule over them. */
export const together = <All extends Rows, Schema extends z.ZodType>(
  rows: All,
  rule: (schema: ReturnType<typeof schemaOf<All>>) => Schema,
): Row<Schema, ValuesOf<All>> => ({
  schema: rule(schemaOf(rows)),
  velden: (name, values) => veldenOf(rows, name, values),
})

/** Shows a value in another form than it is stored in. */
export const showing = <Schema extends z.ZodType, Shown, Stored>(
  { schema, velden }: Row<Schema, Shown>,
  shownOf: (stored: Stored) => Shown,
): Row<Schema, Stored> => ({ schema, velden: (name, stored) => velden(name, stored ? shownOf(stored) : undefined) })

export type Labels = { label: string; hint?: string | undefined; optional?: boolean }

const typed =
  (soort: 'regel' | 'lang') =>
  <Schema extends z.ZodType>(labels: Labels, schema: Schema): Row<Schema, string> => ({
    schema,
    velden: (name, value) => [{ soort, ...labels, name, value: value ?? '' }],
  })

export const regel = typed('regel')
export const lang = typed('lang')

export const aantal = <Schema extends z.ZodType>(labels: Labels, schema: Schema): Row<Schema, number> => ({
  schema,
  velden: (name, value) => [{ soort: 'aantal', ...labels, name, value: value ?? undefined }],
})

/** @param added the value in a group for an addition */
export const vinkje = (label: string, added = false): Row<typeof tick, boolean> => ({
  schema: tick,
  velden: (name, value) => [{ soort: 'vinkje', name, label, value: value ?? added }],
})

type Keuze = { label: string; options: readonly Option[]; added?: string; hasKies?: boolean }

/** @param hasKies true to offer "Kies" first while none of the options is chosen */
export const keuzeUit = <Schema extends z.ZodType>(
  { label, options, added = '', hasKies = false }: Keuze,
  schema: Schema,
): Row<Schema, string> => ({
  schema,
  velden: (name, value = added) => {
    const isKies = hasKies && options.every((option) => option.value !== value)
    const offered = isKies ? withAll(texts.kies, options) : [...options]
    return offered.length > 0 ? [{ soort: 'keuze', name, label, options: offered, value: value ?? '' }] : []
  },
})

/** A choice from an enum. It has a default in a group for an addition, or else offers "Kies". */
export const keuze = <Values extends Record<string, string>>(
  label: string,
  labels: Record<Values[keyof Values], string>,
  schema: z.ZodEnum<Values>,
  added?: string,
): Row<z.ZodEnum<Values>, string> => {
  const options = schema.options.map((value) => ({ value, label: labels[value] }))
  return keuzeUit({ label, options, added, hasKies: true }, schema)
}

/** Numbered groups of fields, one for each value. A group for an addition has the value `undefined`. */
export const groepen = <All extends Rows, Group extends z.ZodType, Value extends ValuesOf<All> | undefined>(
  rows: All,
  group: Group,
  values: readonly Value[],
  legendOf: (value: Value, index: number) => string,
) => ({
  schema: list(z.array(group).length(values.length)),
  velden: (name: string): Veld[] =>
    values.map((value, index) => {
      return { soort: 'groep', legend: legendOf(value, index), velden: veldenOf(rows, `${name}.${index}`, value) }
    }),
})
