// English names of the fine case categories (categories.txt of the server, which tells the Chinese ones itself).

/** @type {Record<string, string>} by code */
export const CATEGORIES_EN = {
  '0101': 'Unauthorised building', '0102': 'Exposed refuse', '0103': 'Heaped refuse and rubble', '0104': 'Dirty road', '0105': 'Dirty water', '0106': 'Littered green', '0107': 'Abandoned vehicle', '0108': 'Abandoned furniture', '0109': 'Things hung on trees', '0110': 'Damaged road', '0111': 'Damaged embankment', '0112': 'Spill on the road', '0113': 'Dirty façade', '0114': 'Disorder on the water', '0115': 'Burning of refuse or leaves', '0116': 'Kitchen fumes', '0117': 'Dead animal', '0118': 'Unpermitted poultry or livestock', '0199': 'Other cityscape',
  '0201': 'Illegal flyers', '0202': 'Unpermitted posters and signs', '0203': 'Billboard in the way', '0204': 'Handing out leaflets', '0205': 'Damaged sign', '0299': 'Other advertising',
  '0301': 'Building noise', '0302': 'Building dust', '0303': 'Building waste', '0304': 'Site blocks the road', '0305': 'Digging without permit', '0399': 'Other building sites',
  '0401': 'Road collapse', '0402': 'Burst water main', '0403': 'Burst gas main', '0404': 'Blocked or broken sewer', '0405': 'Burst heating main', '0406': 'Flooded road', '0407': 'Snow and ice', '0408': 'Damaged overhead cable', '0409': 'Crowd incident', '0499': 'Other emergency',
  '0501': 'Unlicensed hawker', '0502': 'Vagrancy and begging', '0503': 'Scrap dealing on the street', '0504': 'Trading outside the shop', '0505': 'Badly parked vehicle', '0506': 'Badly parked bicycle', '0507': 'Materials left about', '0508': 'Trading noise', '0509': 'Unlicensed taxi', '0510': 'Open-air barbecue', '0511': 'Laundry over the street', '0512': 'Illegal publications', '0513': 'Low air-conditioning unit', '0599': 'Other street order',
  '0601': 'Public utility', '0602': 'Road and traffic fixture', '0603': 'Cityscape fixture', '0604': 'Green fixture', '0699': 'Other fixture',
  '2101': 'Marriage and family', '2102': 'Neighbours', '2103': 'House and homestead', '2104': 'Contract', '2105': 'Labour', '2106': 'Damages', '2107': 'Hill and forest land', '2108': 'Land taking and demolition', '2109': 'Medical', '2110': 'Property management', '2111': 'Traffic accident', '2112': 'Consumer', '2113': 'Production and trade', '2114': 'Environment', '2199': 'Other dispute',
  '2201': 'Fire', '2202': 'Electricity', '2203': 'Gas', '2204': 'Housing', '2205': 'Flood', '2206': 'Roads', '2299': 'Other hazard',
  '2301': 'Social insurance', '2302': 'Minimum income', '2303': 'Medical insurance', '2304': 'Jobs', '2305': 'Education', '2306': 'Housing', '2399': 'Other livelihood',
  '2401': 'Party organisation', '2402': 'Member services', '2499': 'Other party affairs',
  '2501': 'Deliberation', '2502': 'Volunteering', '2599': 'Other self-governance',
};
