# A corpus builder: memories become one, without duplicates, split without leaks, counted, made anonymous, compared.

. "$STEPS"

mkdir parts
for n in 1 2 3; do
  {
    printf 'source\ttarget\n'
    for word in pont moulin jardin marché port village; do
      printf 'Le %s numéro %s est fermé.\tThe %s number %s is closed.\n' "$word" "$n" "$word" "$n"
    done
    printf 'Mme Claire Petit habite ici.\tMrs Claire Petit lives here.\n'
  } > part.tsv
  code 0 bitexte convert part.tsv "parts/$n.tmx" --source-language fr --target-language en
done

code 0 bitexte corpus merge parts -o all.tmx
code 0 bitexte corpus dedup all.tmx -o lean.tmx --by near --dropped twice.jsonl
[ -s twice.jsonl ]
code 0 bitexte corpus split lean.tmx -o set.tmx --part train=0.6 --part test=0.4
[ -s set.train.tmx ]
[ -s set.test.tmx ]
code 0 bitexte corpus stats all.tmx --json stats.json --html stats.html
python -c 'import json; assert json.load(open("stats.json", encoding="utf-8"))["units"] == 19'
code 0 bitexte corpus anonymise all.tmx -o shared.tmx --map names.tsv
lacks "Claire Petit" shared.tmx
has "Claire Petit" names.tsv
code 3 bitexte corpus diff all.tmx lean.tmx -o delta.jsonl --strict
code 0 bitexte corpus diff all.tmx all.tmx -o same.jsonl --strict
code 0 bitexte check lean.tmx --strict
code 0 bitexte convert lean.tmx lean.fr --to moses
[ "$(wc -l < lean.fr)" = "$(wc -l < lean.en)" ]
cat lean.fr | bitexte segment - > segments.txt
[ -s segments.txt ]
code 2 bitexte corpus split lean.tmx -o set.tmx --part train=0.6
# A memory that is no memory is one line, and no file is left half written.
echo "<tmx" > broken.tmx
code 1 bitexte corpus merge broken.tmx all.tmx -o new.tmx
[ ! -e new.tmx ]
[ "$(wc -l < error)" = 1 ]
