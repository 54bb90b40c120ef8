-- CreateTable
CREATE TABLE "ophaling" (
    "sessie_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "delen" int8multirange NOT NULL,

    CONSTRAINT "ophaling_pkey" PRIMARY KEY ("sessie_id","document_id")
);

-- AddForeignKey
ALTER TABLE "ophaling" ADD CONSTRAINT "ophaling_sessie_id_fkey" FOREIGN KEY ("sessie_id") REFERENCES "sessie"("id") ON DELETE CASCADE ON UPDATE CASCADE;
