import type { ReactNode } from 'react'
import { PostForm } from '../form/post-form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Card } from '../text/card.tsx'
import { Heading, Paragraph, TextList } from '../text/heading.tsx'
import { Link } from '../text/link.tsx'
import { staff } from '../texts/staff.ts'

/**
 * A page that explains the consequences of an act, so that one wrong click does not perform it.
 * @param children the form: a `ConfirmForm`, or one with fields
 */
export function ConfirmPage({
  breadcrumb,
  title,
  subtitle,
  explanation,
  consequences = [],
  remark,
  children,
}: {
  breadcrumb?: ReactNode
  title: string
  subtitle?: ReactNode
  explanation: string
  /** the items of the list; false leaves one out */
  consequences?: readonly (string | false)[]
  remark?: string
  children: ReactNode
}) {
  const points = consequences.filter((point) => point !== false)
  return (
    <>
      {breadcrumb}
      <Heading level={1}>{title}</Heading>
      {subtitle && <Paragraph soft>{subtitle}</Paragraph>}
      <Card isNarrow>
        <Paragraph className="staff-breakable">{explanation}</Paragraph>
        {points.length > 0 && <TextList items={points} />}
        {remark && <Paragraph>{remark}</Paragraph>}
        {children}
      </Card>
    </>
  )
}

/** A form with only a confirm button and a link back. Works without JavaScript. */
export function ConfirmForm({
  action,
  hidden,
  label,
  backHref,
}: {
  /** server action */
  action: (formData: FormData) => Promise<void>
  /** hidden fields that identify the subject of the action */
  hidden?: Record<string, string>
  /** the text of the button */
  label: string
  backHref: string
}) {
  return (
    <PostForm action={action} fields={hidden} className="staff-buttons">
      <SubmitButton busy={staff.bezig} className="staff-danger">
        {label}
      </SubmitButton>
      <Link href={backHref}>{staff.annuleren}</Link>
    </PostForm>
  )
}
