import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { FieldError, FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import type { TracedActor } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { type ZaaksysteemContext, zaaksysteem } from '#lib/zaaksysteem/context.ts'
import type { Recht } from '#lib/zaaksysteem/rechten/mag.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'

/** The page to go to, errors at fields, or `gedaan`: the page of the form itself shows the result. */
type Afloop = { naar: string } | { fouten: readonly FieldError[] } | 'gedaan'

type Opdracht<Fields> = {
  ctx: ZaaksysteemContext
  fields: Fields
  actor: TracedActor
  behandelaar: SignedInBehandelaar
}

type Beschrijving<Fields> = {
  /** value of the hidden field `verrichting` of its form */
  naam: string
  /**
   * The recht that the behandelaar must have for some team, else the answer is 404. `undefined` for every
   * behandelaar, and for a verrichting on a zaak, whose use case checks the recht on that zaak.
   */
  recht: Recht | undefined
  form: z.ZodType<Fields>
  perform: (opdracht: Opdracht<Fields>) => Promise<Afloop>
}

export type Verrichting = Pick<Beschrijving<never>, 'naam' | 'recht'> & {
  submit: (formData: FormData) => Promise<FormState<'gedaan'>>
}

/**
 * Describes a verrichting: an act of the desk that is no handeling, so the citizen gets no news of it.
 * `submit` checks the recht and parses the form before `perform` calls a use case.
 */
export function verrichting<Fields>({ naam, recht, form: schema, perform }: Beschrijving<Fields>): Verrichting {
  return {
    naam,
    recht,
    async submit(formData) {
      const behandelaar = await (recht ? requireRecht(recht) : requireBehandelaar())
      const form = readForm(schema, formData)
      if (!form.ok) return form.refusal
      const ctx = zaaksysteem()
      const afloop = await perform({ ctx, fields: form.fields, actor: await deskActor(behandelaar), behandelaar })
      if (afloop === 'gedaan') {
        refresh()
        return { errors: [], answer: 'gedaan' }
      }
      return 'naar' in afloop ? redirect(afloop.naar) : form.refuse(...afloop.fouten)
    },
  }
}
