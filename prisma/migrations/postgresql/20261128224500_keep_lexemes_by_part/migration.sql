-- Each lexeme begins with the part of the table its row is in: what is asked of one part costs nothing in the others.
-- What can be found is put in again from the start, in the background.
TRUNCATE "search_documents";
DROP INDEX "search_documents_lexemes_idx";
ALTER TABLE "search_documents" DROP COLUMN "lexemes";
ALTER TABLE "search_documents" ADD COLUMN "lexemes" tsvector NOT NULL GENERATED ALWAYS AS
    (array_to_tsvector(array_remove(
        string_to_array(
            ltrim(replace(' ' || "words" || ' ' || "handles" || ' ' || "scope", ' ', ' ' || ("seq" >> 16) || '§')), ' '),
        ("seq" >> 16) || '§'))) STORED;
CREATE INDEX "search_documents_lexemes_idx" ON "search_documents" USING GIN ("lexemes") WITH (fastupdate = off);
UPDATE "search_progress" SET "beforeId" = NULL, "nextSeq" = 1000000000, "isDone" = false;
