import { notFound } from 'next/navigation'
import { z } from 'zod'
import { GESLOTEN_VERTROUWELIJKHEDEN } from '#lib/contract/zaak-resource.ts'
import { storableText } from '#lib/ui/form/fields.ts'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { intern } from '#lib/ui/texts/balie/documenten.ts'
import { vertrouwelijk as vertrouwelijkTexts } from '#lib/ui/texts/balie/zaak.ts'
import { ADD_DOCUMENT_TO_ZAAK_PAGE } from '#lib/zaaksysteem/zaak/handelingen/document/add-document-page.ts'
import { refusalErrors } from '#lib/zaaksysteem/zaak/handelingen/handelingen.ts'
import { addInternDocument, withdrawInternDocument } from '#lib/zaaksysteem/zaak/intern/intern-document.ts'
import { addNotitie, MAX_NOTITIE, MAX_REDEN_VERBETERING } from '#lib/zaaksysteem/zaak/notitie/add-notitie.ts'
import { MAX_REDEN, setVertrouwelijk } from '#lib/zaaksysteem/zaak/vertrouwelijkheid/set-vertrouwelijk.ts'
import { zaakPath } from '../../paths.ts'
import { verrichting } from '../../verrichtingen/verrichting.ts'

const { notitie } = behandeling
const { fout } = vertrouwelijkTexts

export const notitieForm = z.object({
  zaakId: z.uuid(),
  notitie: storableText(MAX_NOTITIE, notitie).min(1, notitie.leeg),
})

const { verbeteren } = notitie

const verbeterForm = notitieForm.extend({
  notitieId: z.uuid(),
  reden: storableText(MAX_REDEN_VERBETERING, {
    teLang: verbeteren.redenTeLang,
    teken: notitie.teken,
  }).min(1, verbeteren.redenLeeg),
})

const reden = storableText(MAX_REDEN, fout).min(1, fout.leeg)

export const vertrouwelijkForm = z.object({
  zaakId: z.uuid(),
  vertrouwelijk: z.enum(['ja', 'nee']).transform((answer) => answer === 'ja'),
  reden,
})

const internintrekkingForm = z.object({ zaakId: z.uuid(), document: z.uuid(), reden })

// The acts on one zaak without news for its citizen. The use cases check the recht on that zaak.

export const notitieToevoegen = verrichting({
  naam: 'notitie-toevoegen',
  recht: undefined,
  form: notitieForm,
  async perform({ ctx, fields: { zaakId, notitie }, actor: { id, traceparent } }) {
    const added = await addNotitie(ctx, { zaakId, tekst: notitie, behandelaarId: id, traceparent })
    return added.ok ? 'gedaan' : notFound()
  },
})

export const notitieVerbeteren = verrichting({
  naam: 'notitie-verbeteren',
  recht: undefined,
  form: verbeterForm,
  async perform({ ctx, fields: { zaakId, notitieId, notitie, reden }, actor: { id, traceparent } }) {
    const verbetert = { id: notitieId, reden }
    const added = await addNotitie(ctx, { zaakId, tekst: notitie, behandelaarId: id, verbetert, traceparent })
    if (added.ok) return { naar: zaakPath(zaakId, { gedaan: 'notitie-verbeteren' }) }
    return { fouten: [{ name: 'notitie', text: behandeling.notitie.verbeteren.intussen }] }
  },
})

/** Sets or clears the vertrouwelijkheid of a zaak. */
export const zaakVertrouwelijk = verrichting({
  naam: 'zaak-vertrouwelijk',
  recht: undefined,
  form: vertrouwelijkForm,
  async perform({ ctx, fields, actor: { id: behandelaarId, traceparent } }) {
    const { zaakId, vertrouwelijk } = fields
    const set = await setVertrouwelijk(ctx, { ...fields, door: { behandelaarId }, traceparent })
    if (set.ok) {
      return { naar: zaakPath(zaakId, { gedaan: vertrouwelijk ? 'vertrouwelijk-maken' : 'vertrouwelijk-opheffen' }) }
    }
    if (set.reason !== 'refused') notFound()
    return { fouten: [{ name: 'reden', text: vertrouwelijkTexts.fout.behandelaar_not_of_team }] }
  },
})

/** Makes a document that the aanvrager cannot read of an uploaded bestand. */
export const internDocumentToevoegen = verrichting({
  naam: 'intern-document-toevoegen',
  recht: undefined,
  form: ADD_DOCUMENT_TO_ZAAK_PAGE.form
    .pick({ bestand: true, titel: true, informatieobjecttype: true, datum: true })
    .extend({
      zaakId: z.uuid(),
      vertrouwelijkheidaanduiding: z.enum(GESLOTEN_VERTROUWELIJKHEDEN),
    }),
  async perform({ ctx, fields, actor: { id: behandelaarId, traceparent } }) {
    const added = await addInternDocument(ctx, { ...fields, door: { behandelaarId }, traceparent })
    if (added.ok) return { naar: zaakPath(fields.zaakId, { gedaan: 'intern-document' }) }
    const [reason] = added.reason === 'not_found' ? [] : added.broken
    if (!reason) notFound()
    if (reason !== 'informatieobjecttype_uitgaand') return { fouten: refusalErrors([reason]) }
    return { fouten: [{ name: 'informatieobjecttype', text: intern.toevoegen.uitgaand }] }
  },
})

export const internDocumentIntrekken = verrichting({
  naam: 'intern-document-intrekken',
  recht: undefined,
  form: internintrekkingForm,
  async perform({ ctx, fields, actor: { id: behandelaarId, traceparent } }) {
    const withdrawn = await withdrawInternDocument(ctx, { ...fields, door: { behandelaarId }, traceparent })
    if (withdrawn.ok) return { naar: zaakPath(fields.zaakId, { gedaan: 'intern-document-intrekken' }) }
    if (withdrawn.reason === 'not_found') notFound()
    return { fouten: [{ name: 'reden', text: intern.intrekken.intussen }] }
  },
})
