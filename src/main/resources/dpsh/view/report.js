
'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const names = ['number', 'name', 'id', 'kind', 'region', 'vault', 'policy', 'instance', 'state', 'code', 'why', 'fix',
    'activity', 'started', 'submitted', 'ended'];
  const order = ['failed', 'blocked', 'unknown', 'planned', 'granted', 'validated', 'submitted', 'configuring',
    'unchanged', 'protected'];
  const bad = new Set(['failed', 'blocked', 'unknown']);
  const items = data.items.map(values => {
    const item = {};
    names.forEach((name, i) => { item[name] = values[i]; });
    item.took = item.started === null || item.ended === null ? null : item.ended - item.started;
    item.text = [item.name, item.id, item.kind, item.vault, item.policy, item.state, item.code, item.why, item.fix]
      .filter(part => part !== null).join(' ').toLowerCase();
    return item;
  });
  const byId = id => document.getElementById(id);
  const page = 200;
  let shown = [];
  let limit = page;
  let sort = 'number';
  let down = false;
  let state = '';
  let query = '';

  const element = (name, kind, text) => {
    const made = document.createElement(name);
    if (kind) { made.className = kind; }
    if (text !== undefined && text !== null) { made.textContent = text; }
    return made;
  };

  // Words between backticks are what somebody types.
  const told = (kind, text) => {
    const made = element('p', kind);
    text.split(/`([^`]+)`/).forEach((part, i) => {
      if (part) { made.append(i % 2 ? element('code', '', part) : part); }
    });
    return made;
  };

  const length = millis => {
    const s = Math.max(0, Math.floor(millis / 1000));
    if (s >= 86400) { return Math.floor(s / 86400) + ' d ' + Math.floor(s % 86400 / 3600) + ' h'; }
    if (s >= 3600) { return Math.floor(s / 3600) + ' h ' + Math.floor(s % 3600 / 60) + ' min'; }
    return s >= 60 ? Math.floor(s / 60) + ' min ' + s % 60 + ' s' : s + ' s';
  };

  const counted = n => n.toLocaleString('en');

  // The bar under the summary.
  const bar = byId('bar');
  [...order].reverse().forEach(word => {
    const count = items.filter(item => item.state === word).length;
    if (count > 0) {
      const part = element('i', word);
      part.style.flexGrow = count;
      bar.append(part);
    }
  });

  // What is not protected, by reason.
  const reasons = new Map();
  items.filter(item => bad.has(item.state)).forEach(item => {
    const key = item.code || item.why || item.state;
    const known = reasons.get(key) || { key, count: 0, why: item.why, fix: item.fix };
    known.count++;
    if (known.why !== item.why) { known.why = null; }
    if (known.fix !== item.fix) { known.fix = null; }
    reasons.set(key, known);
  });
  [...reasons.values()].sort((a, b) => b.count - a.count).slice(0, 12).forEach(reason => {
    const line = element('li');
    const words = element('div');
    const link = element('button', 'link', reason.key);
    link.type = 'button';
    link.addEventListener('click', () => { choose('', reason.key); byId('list').scrollIntoView(); });
    words.append(link);
    if (reason.why && reason.why !== reason.key) { words.append(told('', reason.why)); }
    if (reason.fix) { words.append(told('fix', reason.fix)); }
    line.append(element('div', 'times', counted(reason.count)), words);
    byId('reasonlist').append(line);
  });
  byId('reasons').hidden = reasons.size === 0;
  byId('list').hidden = false;
  byId('time').hidden = !items.some(item => item.started !== null);

  const value = item => sort === 'state' ? order.indexOf(item.state)
    : sort === 'code' ? item.code || item.why : sort === 'policy' ? item.policy + ' ' + item.vault : item[sort];

  const compare = (a, b) => {
    const x = value(a);
    const y = value(b);
    if (x === y) { return a.number - b.number; }
    if (x === null || y === null) { return x === null ? 1 : -1; }
    const way = typeof x === 'string' ? x.localeCompare(y, 'en', { numeric: true }) : x - y;
    return (down ? -way : way) || a.number - b.number;
  };

  const row = item => {
    const line = element('tr');
    line.append(element('td', 'num', item.number));
    const name = element('td');
    const details = element('details');
    details.append(element('summary', '', item.name));
    const facts = element('dl');
    details.append(facts);
    details.addEventListener('toggle', () => {
      if (facts.firstChild) { return; }
      const at = millis => millis === null ? null : length(millis) + ' after the run began';
      [['kind', item.kind], ['region', item.region], ['vault', item.vault], ['instance', item.instance],
        ['began', at(item.started)], ['accepted', at(item.submitted)], ['ended', at(item.ended)],
        ['activity', item.activity], ['id', item.id]].forEach(([label, text]) => {
        if (text !== null) { facts.append(element('dt', '', label), element('dd', '', text)); }
      });
    });
    name.append(details);
    const standing = element('td');
    const mark = element('span', 'state ' + item.state);
    mark.append(element('span', 'dot'), document.createTextNode(item.state));
    standing.append(mark);
    const why = element('td', 'why');
    if (item.code) { why.append(element('code', '', item.code)); }
    if (item.why) { why.append(told('', item.why)); }
    if (item.fix) { why.append(told('fix', item.fix)); }
    line.append(name, standing, why, element('td', 'policy', item.policy),
      element('td', 'num', item.took === null ? '' : length(item.took)));
    return line;
  };

  const fill = from => {
    const lines = document.createDocumentFragment();
    shown.slice(from, limit).forEach(item => lines.append(row(item)));
    byId('rows').append(lines);
    const rest = shown.length - Math.min(limit, shown.length);
    byId('more').hidden = rest === 0;
    byId('more').textContent = 'Show ' + counted(Math.min(rest, page)) + ' more of ' + counted(rest);
    const all = shown.length === items.length;
    byId('count').textContent = all ? counted(items.length) + ' in all' : counted(shown.length) + ' of ' + counted(items.length);
    byId('clear').hidden = all;
  };

  const refresh = () => {
    const words = query.toLowerCase().split(/\s+/).filter(word => word);
    shown = items.filter(item => (!state || item.state === state) && words.every(word => item.text.includes(word)))
      .sort(compare);
    limit = page;
    byId('rows').replaceChildren();
    fill(0);
    document.querySelectorAll('.chip').forEach(chip => {
      chip.setAttribute('aria-pressed', String(chip.dataset.state === state));
    });
    document.querySelectorAll('th').forEach(head => {
      const mine = head.firstElementChild.dataset.sort === sort;
      if (mine) { head.setAttribute('aria-sort', down ? 'descending' : 'ascending'); } else { head.removeAttribute('aria-sort'); }
    });
    draw();
  };

  // The choice stands in the address, so that it can be passed on.
  const remember = () => {
    const parts = new URLSearchParams();
    if (state) { parts.set('state', state); }
    if (query) { parts.set('find', query); }
    if (sort !== 'number' || down) { parts.set('sort', (down ? '-' : '') + sort); }
    if (location.hash.slice(1) !== parts.toString()) { location.replace('#' + parts); }
  };

  const choose = (newState, newQuery) => {
    state = newState;
    query = newQuery;
    byId('find').value = query;
    remember();
    refresh();
  };

  // The timeline: a lane for each datasource, the first to start at the top.
  const canvas = byId('chart');
  let lanes = [];
  let geometry = null;

  const draw = () => {
    if (byId('time').hidden) { return; }
    lanes = shown.filter(item => item.started !== null).sort((a, b) => a.started - b.started || a.number - b.number);
    const styles = getComputedStyle(document.documentElement);
    const colour = name => styles.getPropertyValue('--' + name).trim();
    const width = canvas.parentElement.clientWidth;
    const lane = lanes.length <= 24 ? 20 : lanes.length <= 60 ? 11 : Math.max(0.05, Math.min(7, 460 / lanes.length));
    const left = lane >= 11 ? Math.min(170, Math.floor(width * 0.28)) : 0;
    const top = 4;
    const high = Math.max(lane * lanes.length, 20);
    const height = top + high + 24;
    const scale = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.style.height = height + 'px';
    const ink = canvas.getContext('2d');
    ink.scale(scale, scale);
    ink.font = '12px system-ui, "Segoe UI", "Liberation Sans", sans-serif';
    const last = Math.max(1000, data.length);
    const across = width - left - 14;
    const x = millis => left + millis / last * across;
    geometry = { left, top, lane, high };
    const box = (from, to, y, name, tall) => {
      ink.fillStyle = colour(name);
      ink.fillRect(x(from), y, Math.max(x(to) - x(from), 0.5), tall);
    };
    const tall = lane >= 11 ? lane - 5 : lane >= 4 ? lane - 1 : Math.max(lane, 0.6);
    lanes.forEach((item, i) => {
      const y = top + i * lane + (lane - Math.min(tall, lane)) / 2;
      const end = item.ended === null ? last : item.ended;
      const submitted = item.submitted === null ? end : item.submitted;
      if (item.started > 0) { box(0, item.started, y + tall * 0.35, 'queued', Math.max(tall * 0.3, 0.3)); }
      box(item.started, submitted, y, 'preparing', tall);
      if (submitted < end) { box(submitted, end, y, 'configuring', tall); }
    });
    // Ends lie above everything, the bad ones on top and never thinner than can be seen.
    [false, true].forEach(worst => lanes.forEach((item, i) => {
      if (item.ended === null || bad.has(item.state) !== worst) { return; }
      const y = top + i * lane + (lane - Math.min(tall, lane)) / 2;
      ink.fillStyle = colour(item.state);
      const seen = worst ? Math.max(tall, 2.5) : tall;
      ink.fillRect(x(item.ended) - (worst ? 3 : 1.5), y - (seen - tall) / 2, worst ? 6 : 3, seen);
    }));
    byId('line').hidden = left > 0;
    if (left > 0) {
      ink.fillStyle = colour('text');
      ink.textBaseline = 'middle';
      lanes.forEach((item, i) => {
        if (lane >= 20 || i % 2 === 0) {
          let name = item.name;
          while (name.length > 1 && ink.measureText(name).width > left - 14) { name = name.slice(0, -2) + '…'; }
          ink.fillText(name, 0, top + i * lane + lane / 2);
        }
      });
    } else {
      const ends = lanes.filter(item => item.ended !== null && !bad.has(item.state)).map(item => item.ended).sort((a, b) => a - b);
      ink.strokeStyle = colour('text');
      ink.lineWidth = 1.5;
      ink.beginPath();
      ink.moveTo(x(0), top + high);
      ends.forEach((end, i) => ink.lineTo(x(end), top + high - (i + 1) / lanes.length * high));
      ink.stroke();
    }
    ink.fillStyle = colour('dim');
    ink.strokeStyle = colour('edge');
    ink.lineWidth = 1;
    ink.textBaseline = 'top';
    const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400, 172800, 604800];
    const wanted = last / 1000 / Math.max(2, across / 110);
    const step = (steps.find(s => s >= wanted) || steps[steps.length - 1]) * 1000;
    ink.beginPath();
    ink.moveTo(left, top + high + 4.5);
    ink.lineTo(left + across, top + high + 4.5);
    for (let at = 0; at <= last; at += step) {
      ink.moveTo(Math.round(x(at)) + 0.5, top + high + 4);
      ink.lineTo(Math.round(x(at)) + 0.5, top + high + 8);
      const label = at === 0 ? '0' : length(at).replace(/ 0 (s|min|h)$/, '');
      const half = ink.measureText(label).width / 2;
      ink.fillText(label, Math.min(Math.max(x(at) - half, 0), width - 2 * half), top + high + 11);
    }
    ink.stroke();
    byId('tip').textContent = lanes.length === 0 ? 'Nothing was begun with any of these.'
      : counted(lanes.length) + (lanes.length === 1 ? ' datasource' : ' datasources') + ', the first to begin at the top';
  };

  canvas.addEventListener('mousemove', event => {
    const box = canvas.getBoundingClientRect();
    const item = geometry && lanes[Math.floor((event.clientY - box.top - geometry.top) / geometry.lane)];
    if (item) {
      byId('tip').textContent = [item.name, item.state, item.code,
        item.took === null ? null : 'took ' + length(item.took)].filter(part => part).join(' · ');
    }
  });
  canvas.addEventListener('mouseleave', draw);

  document.querySelectorAll('.chip').forEach(chip => chip.addEventListener('click', () => {
    choose(chip.dataset.state === state ? '' : chip.dataset.state, query);
  }));
  document.querySelectorAll('th button').forEach(button => button.addEventListener('click', () => {
    down = sort === button.dataset.sort && !down;
    sort = button.dataset.sort;
    remember();
    refresh();
  }));
  byId('find').addEventListener('input', () => choose(state, byId('find').value));
  byId('clear').addEventListener('click', () => choose('', ''));
  byId('more').addEventListener('click', () => { const from = limit; limit += page; fill(from); });
  const fromAddress = () => {
    const parts = new URLSearchParams(location.hash.slice(1));
    const wanted = (parts.get('sort') || 'number').replace(/^-/, '');
    const known = [...document.querySelectorAll('th button')].some(button => button.dataset.sort === wanted);
    sort = known ? wanted : 'number';
    down = (parts.get('sort') || '').startsWith('-');
    choose(order.includes(parts.get('state')) ? parts.get('state') : '', parts.get('find') || '');
  };
  window.addEventListener('hashchange', fromAddress);
  window.addEventListener('resize', draw);
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  fromAddress();
})();
