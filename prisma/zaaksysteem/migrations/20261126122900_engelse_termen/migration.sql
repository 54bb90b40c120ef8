-- The terms that a British council uses. Only what citizens read in English, of the zaaktypen that the first ones brought.
UPDATE "zaaktypeversie" SET "gegevens" = replace(replace(replace(replace(replace(replace("gegevens"::text,
  '"Your application has been dealt with."', '"We have completed your application."'),
  '"Dealt with"', '"Completed"'),
  '"Being handled"', '"In progress"'),
  '"We are handling your application."', '"We are working on your application."'),
  '"We will not handle your application."', '"We will not consider your application."'),
  '"Application not handled"', '"Application not considered"')::jsonb;
