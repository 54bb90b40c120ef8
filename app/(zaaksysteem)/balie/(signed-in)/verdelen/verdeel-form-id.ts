/** The checkboxes of the rows belong to the form with this id. */
export const VERDEEL_FORM = 'verdelen'
