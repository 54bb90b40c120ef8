-- AlterTable
ALTER TABLE "zaak" ADD COLUMN     "vertrouwelijk" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "vertrouwelijkheid" (
    "id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "vertrouwelijk" BOOLEAN NOT NULL,
    "reden" VARCHAR(1000) NOT NULL,
    "door_id" UUID,
    "door_client" TEXT,
    "op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vertrouwelijkheid_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "vertrouwelijkheid_zaak_id_idx" ON "vertrouwelijkheid"("zaak_id");

-- AddForeignKey
ALTER TABLE "vertrouwelijkheid" ADD CONSTRAINT "vertrouwelijkheid_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vertrouwelijkheid" ADD CONSTRAINT "vertrouwelijkheid_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "vertrouwelijkheid" ADD CONSTRAINT "vertrouwelijkheid_reden" CHECK ("reden" <> '');

-- Until now everybody here was a behandelaar, and only what he might besides was kept. The next sign-in brings the roles.
UPDATE "behandelaar" SET "rollen" = array_prepend('behandelaar', "rollen");
