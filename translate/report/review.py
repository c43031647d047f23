"""What turns the side-by-side view into a review: style, tool bar and script.

With these a person joins, parts, moves and unlinks beads by mouse or key, and saves what is fixed then for
`bitexte align --fix`.
"""

from __future__ import annotations

STYLE = """
.bead:focus { outline: 3px solid var(--focus); outline-offset: -1px; }
.bead.touched .facts b::after { content: " \\2713"; }
.bead.moved .facts b::before { content: "\\2195 "; }
.bead.moved { border-left-style: double; border-left-width: 8px; }
.tools { margin: .2rem 0; }
.tools button { font: inherit; margin-right: .3rem; }
kbd { font: 12px ui-monospace, monospace; border: 1px solid var(--line); border-radius: 3px; padding: 0 .2rem; }
""".strip()

TOOLS = """
<div class="tools" role="toolbar" aria-label="beads">
<button data-do="join">Join with next <kbd>J</kbd></button>
<button data-do="part">Part <kbd>P</kbd></button>
<button data-do="unlink">Unlink <kbd>X</kbd></button>
<button data-do="source">Last source segment down <kbd>S</kbd></button>
<button data-do="target">Last target segment down <kbd>T</kbd></button>
<button data-do="confirm">Confirm <kbd>C</kbd></button>
<button data-do="undo">Undo <kbd>U</kbd></button>
<label><input id="whole" type="checkbox"> all beads</label>
<button data-do="save">Save edits.tsv</button>
<span id="said" role="status"></span></div>
""".strip()

SCRIPT = """
const said = document.getElementById('said'), whole = document.getElementById('whole');
const undone = [];
let current = null;
const bands = () => [...main.querySelectorAll('.bead')];
const columns = band => [...band.querySelectorAll(':scope > div[lang]')];
const segments = (band, side) => [...columns(band)[side].querySelectorAll('p[data-n]')];
const asides = [0, 1].map(side => new Set(bands().filter(band => band.dataset.aside)
  .flatMap(band => segments(band, side).map(numberOf))));
function numberOf(segment) { return Number(segment.dataset.n); }
function following(band) {
  if (worst.checked) said.textContent = 'switch off "lowest score first" to join and move';
  return worst.checked ? undefined : bands().slice(bands().indexOf(band) + 1).find(one => !one.dataset.aside);
}
function isWhole(held, side) {
  const numbers = held.map(numberOf);
  return numbers.slice(1).every((number, at) => {
    for (let n = numbers[at] + 1; n < number; n++) if (!asides[side].has(n)) return false;
    return number > numbers[at];
  });
}
function select(band) {
  current = band;
  band.tabIndex = 0;
  band.focus({preventScroll: false});
}
function make(like, sources, targets) {
  const band = like.cloneNode(true);
  band.removeAttribute('id');
  band.querySelector('ul')?.remove();
  [sources, targets].forEach((held, side) => {
    const none = document.createElement('p');
    none.className = 'none';
    none.textContent = 'nothing';
    columns(band)[side].replaceChildren(...(held.length ? held.map(one => one.cloneNode(true)) : [none]));
  });
  const lone = !sources.length || !targets.length;
  band.className = `bead touched ${lone ? 'lone' : 'good'}`;
  band.querySelector('.facts').innerHTML = '<b></b>fixed';
  band.querySelector('.facts b').textContent = `${sources.length}-${targets.length}`;
  return band;
}
function change(old, made) {
  if (!made.every(band => isWhole(segments(band, 0), 0) && isWhole(segments(band, 1), 1))) {
    said.textContent = 'these segments do not follow each other';
    return;
  }
  old[0].before(...made);
  old.forEach(band => band.remove());
  undone.push([old, made]);
  select(made[0]);
  said.textContent = `${bands().filter(band => band.classList.contains('touched')).length} beads fixed`;
}
const actions = {
  join(band) {
    const next = following(band);
    const both = side => [...segments(band, side), ...segments(next, side)];
    if (next) change([band, next], [make(band, both(0), both(1))]);
  },
  part(band) {
    const [sources, targets] = [segments(band, 0), segments(band, 1)];
    const [one, other] = [sources.length > 1 ? 1 : 0, targets.length > 1 ? 1 : 0];
    if (!one && !other) return;
    const cut = (held, count) => [held.slice(0, held.length - count), held.slice(held.length - count)];
    const [[a, b], [c, d]] = [cut(sources, one), cut(targets, other)];
    change([band], [make(band, a, c), make(band, b, d)]);
  },
  unlink(band) {
    const [sources, targets] = [segments(band, 0), segments(band, 1)];
    if (!sources.length || !targets.length) return;
    change([band], [...sources.map(one => make(band, [one], [])), ...targets.map(one => make(band, [], [one]))]);
  },
  source(band) { down(band, 0); },
  target(band) { down(band, 1); },
  confirm(band) {
    change([band], [make(band, segments(band, 0), segments(band, 1))]);
    const next = bands()[bands().indexOf(current) + 1];
    if (next) select(next);
  },
  undo() {
    if (!undone.length) return;
    const [old, made] = undone.pop();
    made[0].before(...old);
    made.forEach(band => band.remove());
    select(old[0]);
    said.textContent = 'undone';
  },
  save() {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([edits()], {type: 'text/tab-separated-values'}));
    link.download = 'edits.tsv';
    link.click();
    said.textContent = 'saved as edits.tsv';
  },
};
function down(band, side) {
  const next = following(band);
  const held = [segments(band, 0), segments(band, 1)];
  if (!next || !held[side].length) return;
  const others = [segments(next, 0), segments(next, 1)];
  others[side].unshift(held[side].pop());
  const made = [make(band, ...held), make(next, ...others)];
  change([band, next], held[0].length || held[1].length ? made : made.slice(1));
}
function field(held) {
  if (!held.length) return '-';
  const numbers = held.map(numberOf);
  const last = numbers.length > 1 ? `-${numbers[numbers.length - 1]}` : '';
  return `${numbers[0]}${last} ${held[0].textContent.trim().split(/\\s+/).slice(0, WORDS).join(' ')}`;
}
function edits() {
  const fixed = bands().filter(band => !band.dataset.aside && (whole.checked || band.classList.contains('touched')));
  const lines = fixed.map(band => `${field(segments(band, 0))}\\t${field(segments(band, 1))}\\n`);
  return `# source segments, tab, target segments, for bitexte align --fix\\n${lines.join('')}`;
}
const keys = {j: 'join', p: 'part', x: 'unlink', s: 'source', t: 'target', c: 'confirm', u: 'undo'};
function act(name) {
  if (current || name === 'save' || name === 'undo') actions[name](current);
  else said.textContent = 'select a bead first';
}
main.addEventListener('click', event => {
  const band = event.target.closest('.bead');
  if (band) select(band);
});
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, button')) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const shown = bands().filter(band => !band.classList.contains('hidden'));
    const place = shown.indexOf(current) + (event.key === 'ArrowDown' ? 1 : -1);
    if (shown[Math.max(place, 0)]) select(shown[Math.max(place, 0)]);
    event.preventDefault();
  } else if (keys[event.key.toLowerCase()]) {
    act(keys[event.key.toLowerCase()]);
    event.preventDefault();
  }
});
document.querySelector('.tools').addEventListener('click', event => {
  const button = event.target.closest('button');
  if (button) act(button.dataset.do);
});
""".strip()
