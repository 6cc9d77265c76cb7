/** @type {Record<string, string>} */
export const EN = {
  lang: 'en', 'lang.code': 'en', title: 'Governance grid map', demo: 'Synthetic data', 'demo.title': 'Names and codes of units are real; everything else is made up for demonstration',
  publication: 'Publication {number}, in force from {date}', tools: 'Tools', theme: 'Appearance', 'theme.auto': 'as the system', 'theme.light': 'light', 'theme.dark': 'dark',
  print: 'Print', printed: 'printed {date}', help: 'Help', close: 'Close', back: 'Back', loading: 'Reading', retry: 'Try again', all: 'All', more: '{n} more', clear: 'Clear', filter: 'Filter', zoomTo: 'Zoom here', code: 'Code',
  'help.text': 'Click anywhere on the map to see who is responsible there. Scroll to zoom, drag to move. The address of the page always reopens what you see.',
  'key.search': 'search grids, communities, streets, buildings', 'key.findings': 'next, previous finding', 'key.tabs': 'change panel', 'key.zoom': 'zoom in, out', 'key.home': 'whole district', 'key.layers': 'layers', 'key.escape': 'clear the selection', 'key.help': 'this help',
  'problem.page': 'The page failed', 'problem.unreachable': 'The server cannot be reached. Check the network and try again', 'problem.detail': 'Detail', 'problem.attempted': 'Attempted', 'problem.value': 'Value', 'problem.where': 'Where', 'problem.remedy': 'Remedy',

  tabs: 'Panels', sheet: 'Open or close the panel', 'tab.grid': 'Grid', 'tab.findings': 'Findings', 'tab.cases': 'Cases', 'tab.party': 'Party', 'tab.services': 'Services',
  'search.hint': 'Search grid, code, community, street', 'search.results': 'Search results', 'search.none': 'Nothing found. Try another name or code',
  'kind.grid': 'Grids', 'kind.community': 'Communities and villages', 'kind.township': 'Subdistricts and townships', 'kind.district': 'District', 'kind.street': 'Streets and waters', 'kind.building': 'Buildings',

  grids: 'Grids', townships: 'Townships', communities: 'Communities', households: 'Households', people: 'People', area: 'Area', km2: 'km²', perGrid: 'Per grid', density: 'Density', buildings: 'Buildings', floors: 'Floors',
  'unit.households': '', 'unit.people': '', 'unit.density': '/km²', 'unit.floors': '',
  'n.households': '{n} households', 'n.buildings': '{n} buildings', 'n.cases': '{n} cases', 'n.findings': '{n} findings', 'n.polygons': '{n} polygons', 'n.days': '{n} days',
  whoIsHere: 'Who is responsible here?', 'whoIsHere.hint': 'Click anywhere on the map to see its grid, community and township, and who answers on the four lines.', chain: 'Belongs to', openCard: 'Grid card', outside: 'Outside the coverage', 'outside.hint': 'No grid covers this place.',
  principles: 'Principles', 'principle.streets': 'On streets', 'principle.scale': 'Fit in scale',
  fourLines: 'Four lines', 'fourLines.note': 'party, safety, self-rule, service', vacant: 'vacant', 'line.DJ': 'Party building', 'line.ZZ': 'Public safety', 'line.ZI': 'Self-governance', 'line.FW': 'Service', 'line.DJ.short': '党', 'line.ZZ.short': '综', 'line.ZI.short': '自', 'line.FW.short': '服',
  boundary: 'Boundary', onStreet: '{share} on streets, rivers, rail', 'streets.none': 'No named street on the boundary', neighbours: 'Neighbours',
  'buildings.byStep': 'Buildings by step', 'cases.here': 'Latest cases', 'cases.none': 'No cases', 'services.here': 'Service points', 'services.none': 'No service points',

  'findings.title': 'Plan in force', checkNow: 'Check now', checkFile: 'Check a GeoJSON file', 'checkFile.hint': 'Add its domain and the level above (communities) if you have them', checking: 'Checking…',
  'findings.list': 'Findings', moreNotListed: '{n} more are not listed; filter first', previous: 'Previous', next: 'Next', finding: 'Finding', clean: 'Seamless', 'clean.plan': '{n} grids, no gap, no overlap', 'clean.file': '{n} polygons, nothing found',
  suggestion: 'Suggestion: {text}', parties: 'Concerns: {names}', confidence: 'Confidence {share}', widthOf: '{width} wide', apart: 'This layer looks digitised apart: {share} of its segments do not match, typically {offset} off.',
  'finding.gap': 'Gap', 'finding.inlet': 'Inlet', 'finding.overlap': 'Overlap', 'finding.duplicate': 'Duplicate', 'finding.sliver': 'Sliver', 'finding.invalid': 'Invalid', 'finding.multipart': 'Detached part', 'finding.stray': 'Stray', 'finding.mismatch': 'Mismatch', 'finding.crossing': 'Crossing',
  'finding.gap.short': 'G', 'finding.inlet.short': 'I', 'finding.overlap.short': 'O', 'finding.duplicate.short': 'D', 'finding.sliver.short': 'S', 'finding.invalid.short': '!', 'finding.multipart.short': 'P', 'finding.stray.short': 'T', 'finding.mismatch.short': 'M', 'finding.crossing.short': 'X',
  'finding.gap.explain': 'Grids lie all around, but nobody is responsible for this ground.', 'finding.inlet.explain': 'Ground at the edge of the coverage without a grid, open to the outside.', 'finding.overlap.explain': 'Two grids or more claim this ground.', 'finding.duplicate.explain': 'Two polygons are nearly the same, or one lies whole inside the other.', 'finding.sliver.explain': 'A long thin gap or overlap, mostly from borders drawn without snapping.', 'finding.invalid.explain': 'The polygon itself is broken (self-crossing, open ring, missing coordinates). Repair it first.', 'finding.multipart.explain': 'The grid has separate parts; this one is detached from the largest.', 'finding.stray.explain': 'The grid reaches outside the coverage domain.', 'finding.mismatch.explain': 'Neighbouring borders look alike, but their vertices differ.', 'finding.crossing.explain': 'The grid crosses a line of the level above.',

  'cases.title': 'Cases', 'cases.unit': 'cases', view: 'Show', 'view.heat': 'Heat', 'view.grids': 'Grids', 'view.none': 'None', bandwidth: 'Smoothing radius', measure: 'Measure', 'measure.count': 'Count', 'measure.per1000': 'Per 1,000 households', time: 'Time', bucket: 'Time unit', 'bucket.day': 'daily', 'bucket.week': 'weekly', 'bucket.month': 'monthly',
  'histogram.label': 'Cases over time; drag to choose a period', wholePeriod: 'whole period', highest: 'highest {n}', 'brush.hint': 'Drag over the chart to choose a period; double-click for all', categories: 'Categories', 'categories.within': 'Within a group', 'categories.hint': 'choose any', ranking: 'Grids with most',
  'status.已立案': 'filed', 'status.处置中': 'in hand', 'status.已结案': 'closed', 'status.已作废': 'void',
  'category.01': 'Cityscape', 'category.02': 'Advertising', 'category.03': 'Building sites', 'category.04': 'Emergencies', 'category.05': 'Street order', 'category.21': 'Disputes', 'category.22': 'Safety hazards', 'category.23': 'Livelihood', 'category.24': 'Party affairs', 'category.25': 'Self-governance',
  'party.title': 'Members in buildings', 'party.hint': 'Zoom in and click a building to see its members and the step they have reached.', assigned: 'Assigned', coverage: 'Coverage', steps: 'Four steps', 'step.0': 'Nobody', 'step.1': 'Enter', 'step.2': 'Be known', 'step.3': 'Promise', 'step.4': 'Lead', members: 'Members', 'members.none': 'No member is assigned to this building', 'building.unnamed': 'Building', 'building.unknown': 'There is no such building',
  'services.title': 'Service points', 'services.hint': 'Click anywhere to see the nearest service points.', nearest: 'Nearest to here', 'nearest.note': 'straight line', nearestHere: 'Points nearby', kind: 'Kind', hours: 'Opening hours', phone: 'Phone', address: 'Address', organisation: 'Run by', windows: 'Windows',
  'service.centre': 'Service centre', 'service.window': 'Service window', 'service.station': 'Social work station', 'service.box': 'Report box', 'service.train': 'Service train',

  legend: 'Legend', layers: 'Layers', zoomIn: 'Zoom in', zoomOut: 'Zoom out', wholeDistrict: 'Whole district', scale: 'Scale {length}',
  'layer.water': 'Water', 'layer.streets': 'Streets', 'layer.interior': 'Interior lanes', 'layer.buildings': 'Buildings', 'layer.township': 'Township lines', 'layer.community': 'Community lines', 'layer.grid': 'Grid lines', 'layer.labels': 'Labels',
  'legend.district': 'District', 'legend.township': 'Township', 'legend.community': 'Community / village', 'legend.grid': 'Grid', 'legend.arterial': 'Main road', 'legend.local': 'Street', 'legend.rail': 'Railway', 'legend.water': 'Water',
  'legend.heat': 'Cases per km²', 'legend.heat.note': 'Smoothing radius {metres} m; a colour means the same at every zoom',
};
