# A localisation engineer: catalogues in a repository, checked by a machine; reports for code hosts, pipes, settings.

. "$STEPS"

mkdir -p app/locale
cat > app/bitexte.toml <<'TOML'
source_language = "fr"
target_language = "en"
[checks]
as_error = ["overflow"]
TOML
cat > app/locale/en.po <<'PO'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\nLanguage: en\n"

msgid "Bonjour %(nom)s"
msgstr "Hello %(name)s"

#, max-length:8
msgid "Coller"
msgstr "Paste from clipboard"

msgid "Fermer"
msgstr "Close"
PO
cd app/locale

code 0 bitexte config
has 'as_error = \["overflow"\]' said
code 3 bitexte check en.po --strict --sarif check.sarif --html check.html --tsv issues.tsv
has placeholders said
has size said
has '"version": "2.1.0"' check.sarif
has "<h1>Checks</h1>" check.html
lacks "https\?://" check.html

# What somebody looked at stands; the rest still refuses.
printf '*\tplaceholders\n*\tsize\n*\toverflow\n' > seen.tsv
code 0 bitexte check en.po --strict --ignore seen.tsv
code 3 bitexte check en.po --fail-on error
code 2 bitexte check en.po --enable no-such-check
code 1 bitexte check none.po

# Pipes carry nothing but results.
bitexte convert - - --from po --to jsonl < en.po 2>/dev/null | python -c 'import json, sys; [json.loads(line) for line in sys.stdin]'
bitexte convert en.po en.xlf --log-format json >said 2>error
python -c 'import json; [json.loads(line) for line in open("error", encoding="utf-8")]'
code 2 bitexte convert - - --from po

# Pseudo-translation needs no model, and fills what is empty.
sed 's/^msgstr ".*e.*"$/msgstr ""/; /max-length/d' en.po > new.po
code 0 bitexte translate new.po --engine rotate --out out --strict
[ -s out/new.en.po ]
code 0 bitexte doctor
code 0 bitexte completion bash
bash -n said
