-- AlterTable
ALTER TABLE "zaak" ADD COLUMN     "team" TEXT;

-- Until now the team of a zaak was that of its zaaktype.
UPDATE "zaak" SET "team" = zaaktypeversie."gegevens" ->> 'team'
FROM "zaaktypeversie"
WHERE zaaktypeversie."identificatie" = zaak."zaaktype" AND zaaktypeversie."versie" = zaak."zaaktypeversie";

-- AlterTable
ALTER TABLE "zaak" ALTER COLUMN "team" SET NOT NULL;

-- CreateTable
CREATE TABLE "toewijzing" (
    "id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "van_behandelaar_id" UUID,
    "naar_behandelaar_id" UUID,
    "van_team" TEXT NOT NULL,
    "naar_team" TEXT NOT NULL,
    "door_id" UUID,
    "door_client" TEXT,
    "op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "toewijzing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notitie" (
    "id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "tekst" VARCHAR(4000) NOT NULL,
    "door_id" UUID NOT NULL,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notitie_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "toewijzing_zaak_id_idx" ON "toewijzing"("zaak_id");

-- CreateIndex
CREATE INDEX "notitie_zaak_id_idx" ON "notitie"("zaak_id");

-- AddForeignKey
ALTER TABLE "toewijzing" ADD CONSTRAINT "toewijzing_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "toewijzing" ADD CONSTRAINT "toewijzing_naar_behandelaar_id_fkey" FOREIGN KEY ("naar_behandelaar_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "toewijzing" ADD CONSTRAINT "toewijzing_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notitie" ADD CONSTRAINT "notitie_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notitie" ADD CONSTRAINT "notitie_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "behandelaar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
