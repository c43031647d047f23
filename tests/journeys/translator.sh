# A freelance translator: office documents become drafts for OmegaT, old translations a memory; no Python, no network.
# $SAMPLES holds documents. The folder is empty at first.

. "$STEPS"

code 2 bitexte
has "usage: bitexte" error

mkdir letters
cp "$SAMPLES/selle.docx" "$SAMPLES/lettre.txt" letters/
code 0 bitexte translate letters --out drafts --dry-run
has "would be" said
[ ! -e drafts ]

code 0 bitexte translate letters --out drafts --omegat project
[ -s drafts/selle.en.docx ]
[ -s drafts/lettre.en.txt ]
[ -s project/omegat.project ]
[ -s project/source/selle.docx ]
find project/tm -name '*.tmx' >found
has tmx found

code 0 bitexte translate letters --out drafts
has "unchanged" said

# Nothing of somebody else's is overwritten.
echo "my own words" > drafts/lettre.en.txt
echo "Une phrase de plus." >> letters/lettre.txt
code 1 bitexte translate letters --out drafts
has "my own words" drafts/lettre.en.txt

# What an old translation has comes before the machine.
printf 'Le moulin est fermé en hiver.\n' > old.fr.txt
printf 'The mill closes for the winter.\n' > old.en.txt
code 0 bitexte align old.fr.txt old.en.txt --out old.tmx
code 0 bitexte memory import old.tmx --into client.tmdb
printf 'Le moulin est fermé en hiver.\n' | bitexte translate - --memory client.tmdb > new.en.txt
grep -qx "The mill closes for the winter." new.en.txt

code 0 bitexte analyse letters --memory client.tmdb
has "words" said
rm letters/selle.docx
code 1 bitexte translate letters --out drafts --prune
[ ! -e drafts/selle.en.docx ]
